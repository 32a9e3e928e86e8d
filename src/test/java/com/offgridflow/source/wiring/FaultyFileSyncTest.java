package com.offgridflow.source.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import com.offgridflow.wiring.HubTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** Files that cannot be read as a whole, and such as only look faulty. */
@QuarkusTest
@WithTestResource(HubTestResource.class)
class FaultyFileSyncTest extends FaultyFiles {
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
