package com.offgridflow.source.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;

import com.offgridflow.console.wiring.TestLogin;
import com.offgridflow.wiring.HubTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A faulty file beside a good one: the message tells an operator why, the good one is taken in. */
@QuarkusTest
@WithTestResource(HubTestResource.class)
class FaultySyncTest {
  private static final String HEADER =
      "lineItem/LineItemType,lineItem/UsageStartDate,lineItem/UsageAccountId,lineItem/ProductCode,"
          + "lineItem/UsageType,lineItem/UsageAmount,lineItem/UnblendedCost,lineItem/CurrencyCode,"
          + "pricing/unit,product/regionCode";
  private static final String LINE =
      "Usage,2024-09-02T00:00:00Z,1,AmazonEC2,NatGateway-Hours,1,0.5,USD,Hrs,eu-central-1";
  private static final String BILLS =
      "account,kind,quantity,unit,period_start,period_end,country,invoice";

  @Inject Syncs syncs;
  @Inject TestLogin login;

  private Path directory;
  private String tenant;

  @BeforeEach
  void putAGoodFile() throws IOException {
    directory = Samples.directory();
    tenant = syncs.tenant("files", Map.of("location", directory.toString()));
    write("good.csv", BILLS, "E-9,electricity,1,kWh,2024-09-01,2024-09-30,DE,GOOD");
  }

  @AfterEach
  void shouldHaveTakenInTheGoodFileAndSaidNothingInternal() {
    assertThat(
            syncs.texts(
                tenant,
                "select account from activity where tenant_id = ? and superseded_at is null"))
        .contains("E-9");
    assertThat(
            syncs.texts(
                tenant,
                "select coalesce(cause, '') || ' ' || objects from run where tenant_id = ?"))
        .noneMatch(text -> text.contains("com.offgridflow") || text.contains("Exception"))
        .noneMatch(text -> text.contains(directory.toString()) || text.contains("spool"));
    assertThat(syncs.rejections(tenant))
        .noneMatch(text -> text.contains("Exception") || text.contains(directory.toString()));
  }

  private Path write(String name, String... lines) throws IOException {
    Path file = directory.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, String.join("\n", lines) + "\n");
  }

  private Path write(String name, byte[] bytes) throws IOException {
    return Files.write(directory.resolve(name), bytes);
  }

  private String onlyRejection() {
    Syncs.Done done = syncs.sync(tenant);
    assertThat(done.state().succeeded()).as(done.cause()).isTrue();
    List<String> rejections = syncs.rejections(tenant);
    assertThat(rejections).hasSize(1);
    return rejections.get(0);
  }

  private static byte[] gzip(boolean whole) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    GZIPOutputStream gzip = new GZIPOutputStream(out, 512, true);
    gzip.write((HEADER + "\n" + LINE + "\n").getBytes(StandardCharsets.UTF_8));
    gzip.flush();
    if (whole) {
      gzip.close();
    }
    return out.toByteArray();
  }

  @Test
  void shouldRefuseATruncatedGzip() throws IOException {
    byte[] bytes = gzip(true);
    write("cut.csv.gz", Arrays.copyOf(bytes, bytes.length / 2));

    assertThat(onlyRejection())
        .startsWith("UNREADABLE_FILE | cut.csv.gz | ")
        .contains("deliver it again");
  }

  @Test
  void shouldRefuseAGzipThatEndsAtABlock() throws IOException {
    write("cut.csv.gz", gzip(false));

    assertThat(onlyRejection())
        .startsWith("UNREADABLE_FILE | cut.csv.gz | ")
        .contains("truncated or damaged");
  }

  @Test
  void shouldNameAMissingColumn() throws IOException {
    write("cur.csv", HEADER.replace("UsageAmount", "UsageAmonut"), LINE);

    assertThat(onlyRejection())
        .startsWith("UNREADABLE_FILE | cur.csv | ")
        .contains("lacks lineItem/UsageAmount (there is lineItem/UsageAmonut)");
  }

  @Test
  void shouldNameLineAndColumnOfABillingQuantityThatIsNone() throws IOException {
    write("cur.csv", HEADER, LINE, LINE.replace(",1,0.5", ",many,0.5"), LINE);

    assertThat(onlyRejection())
        .isEqualTo(
            "UNUSABLE_VALUE | cur.csv | line 3 | lineItem/UsageAmount | many | the value is not usable"
                + " | expected a plain number such as 12.5, below 10^20");
    assertThat(syncs.lines(tenant)).containsExactly("3 2 0 1", "1 1 0 0");
  }

  @Test
  void shouldListWhatWasRejectedPageByPage() throws IOException {
    String bad = LINE.replace(",1,0.5", ",many,0.5");
    write("cur.csv", HEADER, bad, LINE, bad);
    syncs.sync(tenant);
    String rejections = "/api/v1/tenants/" + tenant + "/rejections";

    int newest =
        login.admin()
            .get(rejections + "?limit=1&connection=bills")
            .then()
            .statusCode(200)
            .body("object", contains("cur.csv"))
            .body("locator", contains("line 4"))
            .body("field", contains("lineItem/UsageAmount"))
            .body("value", contains("many"))
            .body("mitigation[0]", containsString("a plain number such as 12.5"))
            .extract()
            .path("[0].rejection");
    login.admin()
        .get(rejections + "?code=UNUSABLE_VALUE&before=" + newest)
        .then()
        .body("locator", contains("line 2"));
    login.admin().get(rejections + "?limit=0").then().statusCode(400);
    login.admin()
        .get("/api/v1/tenants/somebody-else/rejections")
        .then()
        .statusCode(200)
        .body("", hasSize(0));
  }

  /** A directory may be read-only, and what lies in it is the next sync's delivery. */
  @Test
  void shouldMakeNothingInADirectoryThatItReads() throws IOException {
    write("ragged.csv", HEADER, LINE, LINE + ",more");

    syncs.sync(tenant);

    try (Stream<Path> files = Files.list(directory)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("good.csv", "ragged.csv");
    }
  }

  @Test
  void shouldNameTheFileOfADeliveryThatARejectedRowStandsIn() throws IOException {
    String partition = "cur/data/BILLING_PERIOD=2024-09/";
    write(partition + "cur-00001.csv", HEADER, LINE);
    write(partition + "cur-00002.csv", HEADER, LINE.replace(",1,0.5", ",many,0.5"));

    assertThat(onlyRejection()).contains(" | " + partition + "cur-00002.csv | line 2 | ");
  }

  @Test
  void shouldNameLineAndColumnOfABilledQuantityThatIsNone() throws IOException {
    write("bad.csv", BILLS, "E-1,electricity,lots,kWh,2024-09-01,2024-09-30,DE,INV-1");

    assertThat(onlyRejection()).contains("bad.csv | line 2 | quantity | lots | ", "1234.5");
  }

  @Test
  void shouldTakeInAnUnknownRegionAndSayThatItHasNoFactor() throws IOException {
    write(
        "cur.csv",
        HEADER,
        LINE.replace("NatGateway-Hours,1,", "EBS:VolumeUsage.gp3,1,")
            .replace("Hrs,eu-central-1", "GB-Mo,mars-north-1"));

    Syncs.Done done = syncs.sync(tenant);

    assertThat(done.state().succeeded()).isTrue();
    assertThat(syncs.rejections(tenant)).isEmpty();
    assertThat(syncs.texts(tenant, "select message from estimate_gap where tenant_id = ?"))
        .singleElement()
        .asString()
        .contains("mars-north-1");
  }

  @Test
  void shouldSayWhatAnUnknownFormatLacks() throws IOException {
    write("notes.csv", "name,colour", "a,b");

    assertThat(onlyRejection())
        .startsWith("UNKNOWN_FORMAT | notes.csv | ")
        .contains("name, colour");
  }

  @Test
  void shouldRefuseAnEmptyFile() throws IOException {
    write("empty.csv", new byte[0]);

    assertThat(onlyRejection()).startsWith("UNREADABLE_FILE | empty.csv | ").contains("is empty");
  }

  @Test
  void shouldRefuseAFileThatOnlySaysItIsParquet() throws IOException {
    write("p.parquet", "PAR1 nothing of the sort PAR1");

    assertThat(onlyRejection()).startsWith("UNREADABLE_FILE | p.parquet | ");
  }

  @Test
  void shouldRefuseParquetDamagedBeforeItsFooter() throws IOException {
    Path parquet = Samples.cur2(directory);
    byte[] bytes = Files.readAllBytes(parquet);
    Arrays.fill(bytes, 4, 400, (byte) 0x5a);
    Files.write(parquet, bytes);

    assertThat(onlyRejection())
        .startsWith(
            "UNREADABLE_FILE | exports/hub/data/BILLING_PERIOD=2024-09/hub-00001.snappy.parquet | ");
  }

  @Test
  void shouldNotMindAColumnThatIsNew() throws IOException {
    write("cur.csv", HEADER + ",resourceTags/user:new", LINE + ",x");

    Syncs.Done done = syncs.sync(tenant);

    assertThat(done.state().succeeded()).isTrue();
    assertThat(syncs.rejections(tenant)).isEmpty();
    assertThat(syncs.activities(tenant)).hasSize(2);
  }

  @Test
  void shouldTakeAMonthWithoutLinesForAnEmptyMonth() throws IOException {
    write("cur.csv", HEADER);
    write("bills.csv", BILLS);

    Syncs.Done done = syncs.sync(tenant);

    assertThat(done.state().succeeded()).isTrue();
    assertThat(syncs.runs(tenant)).containsExactly("done", "done", "done");
    assertThat(syncs.rejections(tenant)).isEmpty();
  }

  @Test
  void shouldNameTheObjectThatAManifestMisses() throws IOException {
    String period = "reports/hub/20240901-20241001/";
    write(period + "hub-Manifest.json", "{\"reportKeys\": [\"" + period + "x/hub-1.csv.gz\"]}");

    assertThat(onlyRejection())
        .startsWith("MISSING_OBJECT | " + period + "hub-Manifest.json | ")
        .contains(period + "x/hub-1.csv.gz");
  }
}
