package com.offgridflow.source.wiring;

import static com.offgridflow.source.wiring.AwsFiles.CUR_2;
import static com.offgridflow.source.wiring.AwsFiles.csv;
import static com.offgridflow.source.wiring.AwsFiles.gzip;
import static com.offgridflow.source.wiring.AwsFiles.manifest;
import static com.offgridflow.source.wiring.AwsFiles.parquet;
import static com.offgridflow.source.wiring.AwsFiles.reportManifest;
import static com.offgridflow.source.wiring.AwsFiles.sent;
import static com.offgridflow.source.wiring.AwsFiles.zip;
import static org.assertj.core.api.Assertions.assertThat;

import com.offgridflow.source.wiring.S3Proxy.Fault;
import com.offgridflow.wiring.HubTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** AWS's reports and exports from S3 in their layouts, again and again, and what goes wrong. */
@QuarkusTest
@WithTestResource(HubTestResource.class)
class AwsExportsSyncTest {
  private static final String MONTH = "BILLING_PERIOD=2024-09/";
  private static final String LEGACY =
      "lineItem/LineItemType,lineItem/UsageStartDate,lineItem/UsageAccountId,lineItem/ProductCode,"
          + "lineItem/UsageType,lineItem/UsageAmount,lineItem/UnblendedCost,lineItem/CurrencyCode,"
          + "pricing/unit,product/regionCode";
  private static final String FOCUS =
      "BillingAccountId,BillingCurrency,ChargeCategory,ChargeDescription,ChargePeriodStart,"
          + "ConsumedQuantity,ConsumedUnit,EffectiveCost,PricingQuantity,PricingUnit,ProviderName,"
          + "RegionId,ServiceName,x_ServiceCode,x_UsageType";
  private static final String FOCUS_LINE =
      "111122223333,USD,Usage,$0.09 per GB data transfer out,2024-09-02 00:00:00,%s,GB,0.5,%s,GB,AWS,"
          + "eu-central-1,Amazon Elastic Compute Cloud,AmazonEC2,EUC1-DataTransfer-Out-Bytes";

  private static S3Server server;
  private static S3Proxy proxy;

  @Inject Syncs syncs;
  @Inject ConnectionSecrets secrets;

  @BeforeAll
  static void startServer() throws IOException {
    server = new S3Server("bills");
    proxy = new S3Proxy(server.port());
  }

  @AfterAll
  static void stopServer() throws InterruptedException {
    proxy.close();
    server.close();
  }

  @AfterEach
  void behave() {
    proxy.fault("", Fault.NONE);
  }

  private String tenant(String kind, String prefix) {
    String location = "s3://bills/" + prefix;
    String tenant = syncs.tenant(kind, Map.of("location", location, "endpoint", proxy.endpoint()));
    secrets.store(tenant, "bills", StsDouble.HUB.asSecret());
    return tenant;
  }

  private static void put(String key, byte[] bytes) {
    server.put("bills/" + key, bytes);
  }

  /** A run of an export that overwrites itself: its one file, then its manifest. */
  private static void overwrite(String export, byte[] file, String ending) {
    String key = export + "/data/" + MONTH + "e-00001" + ending;
    put(key, file);
    put(export + "/metadata/" + MONTH + "e-Manifest.json", manifest("bills", key));
  }

  /** A run of an export that keeps its runs. */
  private static void createNew(String export, String run, byte[] file) {
    String key = export + "/data/" + MONTH + run + "/e-00001.csv.gz";
    byte[] manifest = manifest("bills", key);
    put(key, file);
    put(export + "/metadata/" + MONTH + run + "/e-Manifest.json", manifest);
    put(export + "/metadata/" + MONTH + "e-Manifest.json", manifest);
  }

  private List<String> quantities(String tenant) {
    return syncs.texts(
        tenant,
        """
        select trim_scale(quantity)::text from activity where tenant_id = ? and superseded_at is null
        order by 1""");
  }

  private void assertSent(String kind, String prefix, String... gigabytes) {
    String tenant = tenant(kind, prefix);
    Syncs.Done done = syncs.sync(tenant);
    assertThat(done.state().succeeded()).as(done.cause()).isTrue();
    assertThat(syncs.rejections(tenant)).isEmpty();
    assertThat(quantities(tenant)).containsExactly(gigabytes);
  }

  private String onlyRejection(String tenant) {
    Syncs.Done done = syncs.sync(tenant);
    assertThat(done.state().succeeded()).as(done.cause()).isTrue();
    assertThat(syncs.rejections(tenant)).hasSize(1);
    return syncs.rejections(tenant).get(0);
  }

  private static long fetched(String key) {
    return proxy.requests().stream().filter(uri -> uri.contains(key)).count();
  }

  @Test
  void shouldReadCur2AsGzipAndParquet() {
    byte[] lines = csv(CUR_2, sent("5"));
    overwrite("cur2-gz/e", gzip(lines), ".csv.gz");
    overwrite(
        "cur2-pq/e",
        parquet(
            lines,
            "cast(line_item_usage_start_date as timestamp) as line_item_usage_start_date",
            "cast(line_item_usage_amount as double) as line_item_usage_amount",
            "cast(line_item_unblended_cost as double) as line_item_unblended_cost",
            "cast(cast(product as json) as map(varchar, varchar)) as product"),
        ".snappy.parquet");

    assertSent("aws-cur", "cur2-gz", "5");
    assertSent("aws-cur", "cur2-pq", "5");
  }

  @Test
  void shouldReadFocusAsGzipAndParquet() {
    byte[] lines = csv(FOCUS, FOCUS_LINE.formatted("7", "7"));
    overwrite("focus-gz/e", gzip(lines), ".csv.gz");
    overwrite(
        "focus-pq/e",
        parquet(
            lines,
            "cast(ChargePeriodStart as timestamp) as ChargePeriodStart",
            "cast(EffectiveCost as double) as EffectiveCost",
            "cast(ConsumedQuantity as double) as ConsumedQuantity"),
        ".snappy.parquet");

    assertSent("focus", "focus-gz", "7");
    assertSent("focus", "focus-pq", "7");
  }

  @Test
  void shouldReadLegacyReportsInAllTheirLayouts() {
    String line = sent("3").replace(",{},", ",");
    byte[] lines = csv(LEGACY, line);
    String period = "/20240901-20241001/";
    put("keep/r" + period + "a1/r-1.csv.zip", zip(lines, "r-1.csv"));
    put("keep/r" + period + "a0/r-1.csv.gz", gzip(csv(LEGACY, line, line)));
    put(
        "keep/r" + period + "a1/r-Manifest.json",
        reportManifest("keep/r" + period + "a1/r-1.csv.zip"));
    put(
        "keep/r" + period + "r-Manifest.json",
        reportManifest("keep/r" + period + "a1/r-1.csv.zip"));
    String hive = "athena/r/r/year=2024/month=9/r-00001.snappy.parquet";
    put(
        hive,
        parquet(
            csv(
                LEGACY.replaceAll("([a-z])([A-Z])", "$1_$2").replace('/', '_').toLowerCase(),
                line)));
    put("athena/r" + period + "r-Manifest.json", reportManifest(hive));
    put("athena/r/r/cost_and_usage_data_status/cost_and_usage_data_status.parquet", new byte[] {1});
    put("over/r" + period + "r-1.csv.gz", gzip(lines));
    put("over/r" + period + "r-Manifest.json", reportManifest("over/r" + period + "r-1.csv.gz"));

    assertSent("aws-cur", "keep", "3");
    assertSent("aws-cur", "athena", "3");
    assertSent("aws-cur", "over", "3");
  }

  // January to December: the month is delivered twelve times, each time with a line more
  @Test
  void shouldStayRightHoweverOftenAMonthIsDeliveredAgain() {
    String tenant = tenant("aws-cur", "often");
    for (int time = 1; time <= 12; time++) {
      String[] lines =
          IntStream.rangeClosed(1, time)
              .mapToObj(day -> sent("10").replace("09-02", "09-%02d".formatted(day)))
              .toArray(String[]::new);
      createNew("often/e", "202409%02dT060000Z-x".formatted(time), gzip(csv(CUR_2, lines)));
      assertThat(syncs.sync(tenant).state().succeeded()).isTrue();
    }

    assertThat(quantities(tenant)).hasSize(12).containsOnly("10");
    assertThat(
            syncs.texts(
                tenant,
                "select concat_ws(' ', accepted, duplicate, superseding, withdrawn) from run where tenant_id = ? order by run_id desc limit 1"))
        .containsExactly("1 11 0 0");
  }

  @Test
  void shouldFetchOnlyWhatIsNewOrHasChanged() {
    overwrite("fetch/a", gzip(csv(CUR_2, sent("1"))), ".csv.gz");
    overwrite("fetch/b", gzip(csv(CUR_2, sent("2"))), ".csv.gz");
    String tenant = tenant("aws-cur", "fetch");
    syncs.sync(tenant);
    overwrite("fetch/b", gzip(csv(CUR_2, sent("20"))), ".csv.gz");

    Syncs.Done again = syncs.sync(tenant);

    assertThat(syncs.tally(tenant, again))
        .containsEntry("unchanged", "1")
        .containsEntry("taken", "1");
    assertThat(quantities(tenant)).containsExactly("1", "20");
    assertThat(fetched("fetch/a/data")).isEqualTo(1);
    assertThat(fetched("fetch/b/data")).isEqualTo(2);
    assertThat(syncs.runs(tenant)).containsExactly("unchanged", "done");
  }

  @Test
  void shouldNotTakeAPrefixForAnother() {
    overwrite("x/exports/e", gzip(csv(CUR_2, sent("1"))), ".csv.gz");
    overwrite("x/exports-old/e", gzip(csv(CUR_2, sent("2"))), ".csv.gz");

    assertSent("aws-cur", "x/exports", "1");
  }

  @Test
  void shouldKeepWhatIsThereWhenAManifestNamesAMissingObject() {
    overwrite("gap/e", gzip(csv(CUR_2, sent("4"))), ".csv.gz");
    String tenant = tenant("aws-cur", "gap");
    syncs.sync(tenant);
    String file = "gap/e/data/" + MONTH + "e-00001.csv.gz";
    String missing = "gap/e/data/" + MONTH + "e-00002.csv.gz";
    put("gap/e/metadata/" + MONTH + "e-Manifest.json", manifest("bills", file, missing));

    assertThat(onlyRejection(tenant))
        .startsWith("MISSING_OBJECT | gap/e/metadata/" + MONTH + "e-Manifest.json | ")
        .contains("s3://bills/" + missing);
    assertThat(quantities(tenant)).containsExactly("4");
  }

  @Test
  void shouldTakeAManifestWithoutFilesForAnEmptyMonth() {
    put("empty/e/metadata/" + MONTH + "e-Manifest.json", manifest("bills"));

    String tenant = tenant("aws-cur", "empty");

    assertThat(syncs.sync(tenant).state().succeeded()).isTrue();
    assertThat(syncs.runs(tenant)).containsExactly("done");
    assertThat(syncs.lines(tenant)).containsExactly("0 0 0 0");
  }

  @Test
  void shouldRefuseADamagedFileAndKeepWhatIsThere() {
    overwrite("torn/e", gzip(csv(CUR_2, sent("4"))), ".csv.gz");
    String tenant = tenant("aws-cur", "torn");
    syncs.sync(tenant);
    byte[] whole = gzip(csv(CUR_2, sent("5"), sent("6")));
    overwrite("torn/e", Arrays.copyOf(whole, whole.length - 12), ".csv.gz");

    assertThat(onlyRejection(tenant))
        .startsWith("UNREADABLE_FILE | torn/e/data/" + MONTH + "e-00001.csv.gz | ");
    assertThat(quantities(tenant)).containsExactly("4");
  }

  @Test
  void shouldRefuseDamagedParquet() {
    byte[] bytes = parquet(csv(CUR_2, sent("5")));
    Arrays.fill(bytes, bytes.length / 2, bytes.length - 8, (byte) 0x5a);
    overwrite("rotten/e", bytes, ".snappy.parquet");

    assertThat(onlyRejection(tenant("aws-cur", "rotten"))).startsWith("UNREADABLE_FILE | rotten/e");
  }

  @Test
  void shouldNotMindNewColumnsAndNameMissingOnes() {
    overwrite("wide/e", gzip(csv(CUR_2 + ",line_item_new", sent("6") + ",x")), ".csv.gz");
    overwrite(
        "thin/e",
        gzip(csv(CUR_2.replace("line_item_usage_amount", "usage"), sent("6"))),
        ".csv.gz");

    assertSent("aws-cur", "wide", "6");
    assertThat(onlyRejection(tenant("aws-cur", "thin")))
        .startsWith("UNREADABLE_FILE | thin/e")
        .contains("lacks line_item_usage_amount");
  }

  @ParameterizedTest
  @ValueSource(strings = {"CUT", "OVERWRITTEN"})
  void shouldTryAgainWhenAnObjectIsNotTheOneThatWasListed(Fault fault) {
    String prefix = "late-" + fault;
    overwrite(prefix + "/e", gzip(csv(CUR_2, sent("8"))), ".csv.gz");
    String tenant = tenant("aws-cur", prefix);
    proxy.fault("/data/", fault);

    Syncs.Done broken = syncs.sync(tenant);

    assertThat(broken.state().waitingAfterFailure()).as(broken.cause()).isTrue();
    assertThat(quantities(tenant)).isEmpty();
    proxy.fault("", Fault.NONE);
    assertThat(syncs.retry(tenant, broken).state().succeeded()).isTrue();
    assertThat(quantities(tenant)).containsExactly("8");
  }
}
