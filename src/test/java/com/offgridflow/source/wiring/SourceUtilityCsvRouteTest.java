package com.offgridflow.source.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import com.offgridflow.job.JobRequest;
import com.offgridflow.job.JobState;
import com.offgridflow.job.wiring.TestWorker;
import com.offgridflow.wiring.Sandbox;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

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
          + "E1,Berlin,steam,100,kWh,2024-09-01,2024-09-30,DE,A4\r\n" // line 6
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
            rejection("line 6", "kind", "steam", "UNKNOWN_KIND"),
            rejection("line 8", "unit", "buckets", "UNKNOWN_UNIT"),
            rejection("line 11", "unit", "", "MISSING_VALUE"));
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
