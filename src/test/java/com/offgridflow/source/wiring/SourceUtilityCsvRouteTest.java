package com.offgridflow.source.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import com.offgridflow.job.JobRequest;
import com.offgridflow.job.JobState;
import com.offgridflow.job.wiring.TestWorker;
import com.offgridflow.wiring.Sandbox;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class SourceUtilityCsvRouteTest {
  private static final String HEADER =
      "account,site,kind,quantity,unit,period_start,period_end,country,invoice\r\n";
  private static final String BILLS =
      "\uFEFF"
          + HEADER
          + "E1,Berlin,electricity,100,kWh,2024-09-01,2024-09-30,DE,A1\r\n" // line 2
          + "E1,\"Berlin,\r\nback yard\",electricity,200,kWh,2024-09-01,2024-09-30,DE,A2\r\n" // 3
          // and
          // 4
          + "E1,Berlin,electricity,\"1,5\",kWh,2024-09-01,2024-09-30,DE,A3\r\n" // line 5
          + "E1,Berlin,moonshine,100,kWh,2024-09-01,2024-09-30,DE,A4\r\n" // line 6
          + "\r\n" // line 7
          + "E1,\"Leeds\r\n\r\ndepot\",gas,10,buckets,2024-09-01,2024-09-30,GB,A5\r\n" // 8 to 10
          + "E1,Leeds,gas,10\r\n" // line 11
          + "E1,Leeds,gas,10,therm,2024-09-01,2024-09-30,GB,A7"; // line 12

  @Inject Sandbox sandbox;
  @Inject TestWorker worker;
  private String tenant;

  @BeforeEach
  void begin() {
    tenant = sandbox.tenant();
    sandbox.connect(tenant, "bills", "utility-csv");
  }

  @Test
  void shouldTakeInGoodRowsByTheLinesTheyStartOn() {
    sandbox.file(tenant, "bills.csv", BILLS);

    assertThat(sync("first").succeeded()).isTrue();

    assertThat(
            sandbox.rows(
                tenant,
                "select locator, facility, quantity::text, unit from activity order by activity_id"))
        .containsExactly(
            activity("line 2", "Berlin", "100", "kWh"),
            activity("line 3", "Berlin,\r\nback yard", "200", "kWh"),
            activity("line 12", "Leeds", "10", "therm"));
  }

  @Test
  void shouldSayWhyTheOthersWereNotTakenIn() {
    sandbox.file(tenant, "bills.csv", BILLS);

    sync("first");

    assertThat(
            sandbox.rows(
                tenant,
                "select object, locator, field, value, code from rejection order by length(locator), locator"))
        .containsExactly(
            rejection("line 5", "quantity", "1,5", "INVALID_FIELD"),
            rejection("line 6", "kind", "moonshine", "UNKNOWN_KIND"),
            rejection("line 8", "unit", "buckets", "UNKNOWN_UNIT"),
            rejection("line 11", "(row)", "E1,Leeds,gas,10", "MALFORMED_ROW"));
    assertThat(
            sandbox.row(
                tenant,
                "select state, lines_read, lines_usage, lines_rejected, records_read, accepted, rejected from run"))
        .isEqualTo(
            Map.of(
                "state", "done",
                "lines_read", 7L,
                "lines_usage", 3L,
                "lines_rejected", 4L,
                "records_read", 5L,
                "accepted", 3L,
                "rejected", 2L));
  }

  @Test
  void shouldAddNothingWhenTheSameFileComesAgain() {
    sandbox.file(tenant, "bills.csv", BILLS);
    sync("first");

    sync("second");

    assertThat(sandbox.count(tenant, "select count(*) from activity")).isEqualTo(3);
    assertThat(
            sandbox.rows(
                tenant,
                "select result->>'unchanged' as n from job where kind = 'sync' order by job_id"))
        .containsExactly(Map.of("n", "0"), Map.of("n", "1"));
  }

  @Test
  void shouldKnowABillInAnotherFile() {
    sandbox.file(
        tenant, "a.csv", HEADER + "E1,X,electricity,100,kWh,2024-09-01,2024-09-30,DE,A1\n");
    sandbox.file(
        tenant, "b.csv", HEADER + "E1,X,electricity,100,kWh,2024-09-01,2024-09-30,DE,A1\n");

    sync("first");

    assertThat(sandbox.rows(tenant, "select evidence_object from activity"))
        .containsExactly(Map.of("evidence_object", "a.csv"));
    assertThat(sandbox.rows(tenant, "select duplicate from run order by run_id"))
        .containsExactly(Map.of("duplicate", 0L), Map.of("duplicate", 1L));
  }

  @Test
  void shouldRefuseAFileInNoKnownFormatAndTakeInTheOthers() {
    sandbox.file(tenant, "bills.csv", BILLS);
    sandbox.file(tenant, "notes.txt", "Please call back.\n");

    assertThat(sync("first").succeeded()).isTrue();

    assertThat(sandbox.count(tenant, "select count(*) from activity")).isEqualTo(3);
    assertThat(sandbox.row(tenant, "select object, code from rejection where object = 'notes.txt'"))
        .containsEntry("code", "UNKNOWN_FORMAT");
  }

  @Test
  void shouldRefuseAFileWithAnOpenQuoteAndTakeInTheOthers() {
    sandbox.file(tenant, "bills.csv", BILLS);
    sandbox.file(
        tenant,
        "broken.csv",
        HEADER + "E1,X,electricity,1,kWh,2024-09-01,2024-09-30,DE,B1\nE1,\"Y,electricity,1,kWh\n");

    JobState job = sync("first");

    assertThat(job.name()).as("cause: " + job.cause()).isEqualTo("succeeded");
    assertThat(sandbox.count(tenant, "select count(*) from activity")).isEqualTo(3);
    List<Map<String, Object>> why =
        sandbox.rows(tenant, "select code, message from rejection where object = 'broken.csv'");
    assertThat(why).hasSize(1);
    assertThat(why.get(0)).containsEntry("code", "UNREADABLE_FILE");
    assertThat(sandbox.count(tenant, "select count(*) from activity_staging")).isZero();
  }

  /** Three good rows, whatever the file is packed in, and whatever the case of its header. */
  @ParameterizedTest
  @ValueSource(strings = {"gzip", "zip", "upper case", "spaces"})
  void shouldReadBillsAlikeHoweverTheyCome(String how) throws IOException {
    String text =
        switch (how) {
          case "upper case" -> BILLS.replace(HEADER, HEADER.toUpperCase(Locale.ROOT));
          case "spaces" -> BILLS.replace(HEADER, HEADER.replace(",", " , "));
          default -> BILLS;
        };
    Files.write(sandbox.file(tenant, "bills", ""), packed(text, how));

    assertThat(sync("first").succeeded()).isTrue();

    assertThat(sandbox.rows(tenant, "select locator from activity order by activity_id"))
        .containsExactly(
            Map.of("locator", "line 2"), Map.of("locator", "line 3"), Map.of("locator", "line 12"));
    assertThat(sandbox.count(tenant, "select lines_rejected from run")).isEqualTo(4);
  }

  private static byte[] packed(String text, String how) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    switch (how) {
      case "gzip" -> {
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
          gzip.write(bytes);
        }
      }
      case "zip" -> {
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
          zip.putNextEntry(new ZipEntry("2024/bills.csv"));
          zip.write(bytes);
        }
      }
      default -> out.write(bytes);
    }
    return out.toByteArray();
  }

  @Test
  void shouldRejectOnlyTheRowsThatAreNoText() throws IOException {
    String rows =
        HEADER
            + "E1,Köln,electricity,100,kWh,2024-09-01,2024-09-30,DE,A1\r\n"
            + "E1,Bonn,electricity,100,kWh,2024-09-01,2024-09-30,DE,A2,\r\n"
            + "E1,Aachen,electricity,100,kWh,2024-09-01,2024-09-30,DE,A3\r\n";
    Files.writeString(sandbox.file(tenant, "bills.csv", ""), rows, StandardCharsets.ISO_8859_1);

    sync("first");

    assertThat(sandbox.rows(tenant, "select facility from activity"))
        .containsExactly(Map.of("facility", "Aachen"));
    assertThat(sandbox.rows(tenant, "select locator, code, mitigation from rejection order by 1"))
        .containsExactly(
            Map.of(
                "locator",
                "line 2",
                "code",
                "MALFORMED_ROW",
                "mitigation",
                "expected text in UTF-8"),
            Map.of(
                "locator", "line 3",
                "code", "MALFORMED_ROW",
                "mitigation", "expected 9 fields instead of 10"));
  }

  @Test
  void shouldRefuseATruncatedGzipOfBills() throws IOException {
    byte[] whole = packed(BILLS, "gzip");
    byte[] cut = Arrays.copyOf(whole, whole.length - 12);
    Files.write(sandbox.file(tenant, "bills.csv.gz", ""), cut);

    sync("first");

    assertThat(sandbox.count(tenant, "select count(*) from activity")).isZero();
    assertThat(sandbox.row(tenant, "select code, message from rejection"))
        .containsEntry("code", "UNREADABLE_FILE")
        .hasEntrySatisfying(
            "message", m -> assertThat(m.toString()).startsWith("bills.csv.gz is truncated"));
  }

  @Test
  void shouldParkASyncOfAConnectionThatIsNotThere() {
    JobState job = worker.run(tenant, JobRequest.sync("none", "first"));

    assertThat(job.name()).isEqualTo("parked");
    assertThat(job.cause()).contains("tenant " + tenant + " has no connection 'none'");
  }

  private JobState sync(String occasion) {
    return worker.run(tenant, JobRequest.sync("bills", occasion));
  }

  private static Map<String, Object> activity(
      String line, String facility, String quantity, String unit) {
    return Map.of("locator", line, "facility", facility, "quantity", quantity, "unit", unit);
  }

  private static Map<String, Object> rejection(
      String line, String field, String value, String code) {
    return Map.of(
        "object", "bills.csv", "locator", line, "field", field, "value", value, "code", code);
  }
}
