package com.offgridflow.report.wiring;

import static com.offgridflow.intake.wiring.Records.electricity;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import com.offgridflow.console.wiring.TestLogin;
import com.offgridflow.intake.wiring.TestIntake;
import com.offgridflow.job.JobRequest;
import com.offgridflow.job.wiring.TestWorker;
import com.offgridflow.report.EmissionTotal;
import com.offgridflow.report.ReportingPeriod;
import com.offgridflow.tenant.wiring.TenantDatabase;
import com.offgridflow.wiring.Sandbox;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What a provider reports and what the hub estimates for the same account and month: nothing counts
 * twice, nothing is lost. The hub's estimate of 1000 GB from Frankfurt is 1000 × 0.001 kWh × 1.35 ×
 * 0.32965 kg/kWh = 0.4450275 kg.
 */
@QuarkusTest
class CloudUseCountedOnceTest {
  private static final String REPORTED_FIRST = "[\"reported\", \"usage\"]";
  private static final String USAGE_FIRST = "[\"usage\", \"reported\"]";

  @Inject TestIntake intake;
  @Inject Sandbox sandbox;
  @Inject TestWorker worker;
  @Inject TestLogin login;
  @Inject TenantDatabase database;
  private final List<Map<String, Object>> records = new ArrayList<>();
  private String tenant;

  @BeforeEach
  void begin() {
    tenant = sandbox.tenant();
    records.clear();
  }

  /** Account 1 as reported, 10 kg; account 2, of which no report tells, as estimated. */
  @Test
  void shouldLetAReportStandForItsAccountAndMonthOnly() {
    order(REPORTED_FIRST);
    used("1", "2024-09-03");
    used("1", "2024-09-30");
    used("2", "2024-09-03");
    used("1", "2024-10-01");
    reported("1", "2024-09", 10, "");
    assertTotal("10.890055"); // 10 + 2 × 0.4450275
  }

  @Test
  void shouldLetAReportWithoutAccountStandForAll() {
    order(REPORTED_FIRST);
    used("1", "2024-09-03");
    used("2", "2024-09-03");
    reported("1", "2024-09", 10, "");
    reported("", "2024-09", 20, "");
    assertTotal("20");
  }

  @Test
  void shouldCountTheHubsOwnEstimateWhereItIsPreferredAndAReportElsewhere() {
    order(USAGE_FIRST);
    used("1", "2024-09-03");
    reported("1", "2024-09", 10, "");
    reported("2", "2024-09", 7, "");
    reported("1", "2024-10", 5, "");
    assertTotal("12.4450275"); // 0.4450275 + 7 + 5
  }

  @Test
  void shouldPreferTheHubsOwnEstimateUnlessToldOtherwise() {
    used("1", "2024-09-03");
    reported("1", "2024-09", 10, "");
    assertTotal("0.4450275");
  }

  @Test
  void shouldCountOneBasisOfAReportAndAllItsServices() {
    order(REPORTED_FIRST);
    used("1", "2024-09-03");
    reported("1", "2024-09", 10, "location", "EC2", "v1");
    reported("1", "2024-09", 5, "location", "S3", "v1");
    reported("1", "2024-09", 4, "market", "EC2", "v1");
    assertTotal("15");
  }

  @Test
  void shouldCountTheVersionOfAReportThatWasReadLast() {
    order(REPORTED_FIRST);
    used("1", "2024-09-03");
    reported("1", "2024-09", 10, "location", "EC2", "v1");
    take("before");
    reported("1", "2024-09", 11, "location", "EC2", "v2");
    assertTotal("11");
  }

  @Test
  void shouldNotLetOneProvidersReportStandForAnothersUse() {
    order(REPORTED_FIRST);
    used("1", "2024-09-03");
    reported("1", "2024-09", 10, "");
    records.get(1).put("supplier", "gcp");
    assertTotal("10.4450275");
  }

  @Test
  void shouldLeaveReportsOutWhereTheTenantDoesNotWantThem() {
    order("[\"usage\"]");
    used("1", "2024-09-03");
    reported("1", "2024-09", 10, "");
    reported("2", "2024-09", 7, "");
    assertTotal("0.4450275");
  }

  @Test
  void shouldShowWhatEachMethodTellsPerService() {
    order(REPORTED_FIRST);
    used("1", "2024-09-03");
    reported("1", "2024-09", 10, "");
    take("all");
    login
        .admin()
        .get(api("/variance?from=2024-09-01&to=2024-10-01"))
        .then()
        .statusCode(200)
        .body("rows", hasSize(1))
        .body("rows[0].service", equalTo("EC2"))
        .body("rows[0].kg_usage.toString()", equalTo("0.4450275"))
        .body("rows[0].kg_counted.toString()", equalTo("10"))
        .body("rows[0].kg_replaced.toString()", equalTo("0.4450275"))
        .body("rows[0].reported_less_usage.toString()", startsWith("9.55497"));
  }

  private void assertTotal(String kg) {
    take("all");
    ReportingPeriod period =
        new ReportingPeriod(LocalDate.of(2024, 1, 1), LocalDate.of(2025, 1, 1));
    List<EmissionTotal> totals =
        database.inTenant(tenant, jdbc -> new ReportQueries(jdbc, tenant, period).totals());
    BigDecimal sum =
        totals.stream().map(EmissionTotal::kgCo2e).reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(sum).isEqualByComparingTo(kg);
  }

  private void order(String methods) {
    login
        .admin()
        .contentType("application/json")
        .body("{\"order\": {\"aws\": " + methods + "}}")
        .put(api(""))
        .then()
        .statusCode(200);
  }

  private String api(String path) {
    return "/api/v1/tenants/" + tenant + "/methodology" + path;
  }

  private void used(String account, String day) {
    Map<String, Object> record = record("use " + account + day, account);
    record.put("kind", "cloud.network");
    record.put("quantity", "1000");
    record.put("unit", "GB");
    record.put("supplier", "aws");
    record.put("region", "eu-central-1");
    record.put("period_start", day + "T00:00:00Z");
    record.put("period_end", LocalDate.parse(day).plusDays(1) + "T00:00:00Z");
    records.add(record);
  }

  private void reported(String account, String month, int kg, String basis) {
    reported(account, month, kg, basis, "EC2", "");
  }

  private void reported(
      String account, String month, int kg, String basis, String service, String version) {
    Map<String, Object> record =
        record(String.join(" ", "report", account, month, basis, service, version), account);
    record.put("kind", "cloud.reported");
    record.put("quantity", kg);
    record.put("unit", "kg CO2e");
    record.put("supplier", "AWS");
    record.put("service", service);
    record.put("period_start", month + "-01T00:00:00Z");
    record.put("period_end", LocalDate.parse(month + "-01").plusMonths(1) + "T00:00:00Z");
    record.put("details", Map.of("basis", basis, "model_version", version));
    records.add(record);
  }

  private static Map<String, Object> record(String key, String account) {
    Map<String, Object> record = electricity(key, "1");
    record.remove("country");
    record.put("account", account);
    record.put("service", "EC2");
    return record;
  }

  private void take(String digest) {
    intake.take(tenant, "bills " + digest, "2024", digest, records);
    records.clear();
    worker.run(tenant, JobRequest.estimate(digest));
  }
}
