package com.offgridflow.report.wiring;

import static com.offgridflow.intake.wiring.Records.electricity;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;

import com.offgridflow.console.wiring.TestLogin;
import com.offgridflow.intake.wiring.Intake;
import com.offgridflow.intake.wiring.Runs;
import com.offgridflow.job.JobRequest;
import com.offgridflow.job.JobState;
import com.offgridflow.job.wiring.TestWorker;
import com.offgridflow.report.Comparison;
import com.offgridflow.report.Report;
import com.offgridflow.report.ReportRequest;
import com.offgridflow.report.ReportingPeriod;
import com.offgridflow.tenant.wiring.TenantDatabase;
import com.offgridflow.tenant.wiring.Tenants;
import com.offgridflow.wiring.Sandbox;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReportTraceApiTest {
  @Inject Intake intake;
  @Inject Runs runs;
  @Inject Sandbox sandbox;
  @Inject Tenants tenants;
  @Inject TenantDatabase database;
  @Inject TestWorker worker;
  @Inject TestLogin login;
  @Inject ReportStore reports;
  private String tenant;
  private String report;

  @BeforeEach
  void begin() {
    tenant = sandbox.tenant();
    LocalDate start = LocalDate.of(2024, 1, 1);
    tenants.putPlan(tenant, "annual", "esrs-2023", start, start.plusYears(1), List.of());
    long run = runs.open(tenant, "bills", "2024-09", null, "[]", "first").orElseThrow();
    intake.take(tenant, run, List.of(electricity("b0", "1000"), electricity("b1", "2000")));
    runs.close(tenant, run, "test", 2);
    worker.run(tenant, JobRequest.estimate("first"));
    assertThat(worker.run(tenant, JobRequest.report("annual", "first")).succeeded()).isTrue();
    report = (String) sandbox.row(tenant, "select report_id::text as id from report").get("id");
  }

  /** 3000 kWh × 0.32965 kg/kWh (Ember 2026, Germany) = 988.95 kg, in tonnes 0.989. */
  @Test
  void shouldLeadFromAFactToTheRowsOfTheEvidence() {
    api("/facts/f-E1-6.scope-2-location")
        .statusCode(200)
        .body("dataPoint", equalTo("E1-6.scope-2-location"))
        .body("concept", equalTo("GrossLocationBasedScope2GreenhouseGasEmissions"))
        .body("value", equalTo(0.989f))
        .body("emissions", equalTo(2))
        .body("derivation", matchesPattern("[0-9a-f]{64}"))
        .body("origin.record_key", contains("b0", "b1"))
        .body("origin.locator", hasSize(2))
        .body("origin.evidence_digest", hasSize(2));
  }

  @Test
  void shouldNameTheFactsThatThereAre() {
    api("/facts/f-nothing").statusCode(404).body(containsString("f-E1-6.scope-2-location"));
  }

  @Test
  void shouldProveThatNothingWasChanged() {
    String digest = (String) sandbox.row(tenant, "select digest from report").get("digest");

    api("/verify?digest=" + digest)
        .statusCode(200)
        .body("intact", equalTo(true))
        .body("digest", equalTo(digest))
        .body("derivation", matchesPattern("[0-9a-f]{64}"))
        .body("findings", hasSize(0));
  }

  @Test
  void shouldNameTheEmissionThatWasChanged() {
    long emission = anyId("select min(emission_id) as id from emission");
    sandbox
        .owner()
        .update("update emission set kg_co2e = kg_co2e / 2 where emission_id = ?", emission);

    assertFinding("emission", String.valueOf(emission));
  }

  @Test
  void shouldNameTheEmissionThatIsGone() {
    long emission = anyId("select min(emission_id) as id from emission");
    sandbox.owner().update("delete from emission where emission_id = ?", emission);

    assertFinding("emission", String.valueOf(emission));
  }

  @Test
  void shouldNameTheActivityThatWasChanged() {
    long activity = anyId("select min(activity_id) as id from activity");
    sandbox
        .owner()
        .update("update activity set evidence_digest = 'other' where activity_id = ?", activity);

    assertFinding("activity", String.valueOf(activity));
  }

  @Test
  void shouldNameTheCalculationThatWasChanged() {
    long calculation = anyId("select min(calculation_id) as id from emission");
    sandbox
        .owner()
        .update(
            "update calculation set body = body || '{\"x\": 1}' where calculation_id = ?",
            calculation);

    assertFinding("calculation", String.valueOf(calculation));
  }

  @Test
  void shouldNameTheFactorThatWasChanged() {
    String factor =
        (String)
            sandbox
                .row(tenant, "select min(key) as key from report_part where kind = 'factor'")
                .get("key");
    multiplyFactor(factor, "2");
    try {
      assertFinding("factor", factor);
    } finally {
      multiplyFactor(factor, "0.5");
    }
  }

  @Test
  void shouldNameAReportWhoseTextWasChanged() {
    sandbox
        .owner()
        .update(
            "update report set content = replace(content, 'Test Works', 'Best Works')"
                + " where report_id = ?::uuid",
            report);

    assertFinding("report", report);
  }

  /** Somebody who changes a digest of a part must leave the report's own. */
  @Test
  void shouldFindADerivationThatWasMadeToFit() {
    sandbox
        .owner()
        .update(
            "update report_emission set emission_digest = sha256('x') where report_id = ?::uuid",
            report);

    assertFinding("derivation", report);
  }

  @Test
  void shouldFindAnEmissionThatWasTakenOffTheReport() {
    sandbox
        .owner()
        .update(
            "delete from report_emission where emission_id ="
                + " (select min(emission_id) from report_emission where report_id = ?::uuid)",
            report);

    assertFinding("derivation", report);
  }

  @Test
  void shouldFindAPartThatWasTakenOffTheReport() {
    sandbox
        .owner()
        .update("delete from report_part where kind = 'factor' and report_id = ?::uuid", report);

    assertFinding("derivation", report);
  }

  @Test
  void shouldTellADocumentOfAnotherReport() {
    api("/verify?digest=" + "0".repeat(64))
        .body("intact", equalTo(false))
        .body("findings.part", contains("document"));
  }

  /** Two values for scope 1 of one earlier year contradict each other, by ESEF 2.2.4. */
  @Test
  void shouldParkTheDeliveryOfAReportThatFailsPreflight() {
    String contradictory = storeContradictory();

    JobState job = worker.run(tenant, JobRequest.deliverFiles(contradictory));

    assertThat(job.name()).isEqualTo("parked");
    assertThat(job.cause())
        .contains("fails preflight", "ESEF 2.2.4", "E1-6.scope-2-location")
        .contains("report one value for the same concept, context and unit");
  }

  private String storeContradictory() {
    Report frozen = reports.load(tenant, report);
    ReportRequest request = frozen.request();
    ReportRequest other =
        new ReportRequest(
            UUID.randomUUID().toString(),
            tenant,
            request.entity(),
            request.period(),
            request.frozenAt(),
            request.language(),
            request.theme());
    List<Comparison> comparisons =
        List.of(
            compared(Comparison.Role.PREVIOUS_YEAR, "1.000"),
            compared(Comparison.Role.BASE_YEAR, "2.000"));
    Report contradictory =
        new Report(
            other,
            frozen.framework(),
            frozen.values(),
            frozen.missing(),
            List.of(),
            comparisons,
            frozen.basis(),
            "");
    Report sealed = contradictory.derivedFrom(frozen.derivation().orElseThrow());
    database.inTenant(tenant, jdbc -> reports.insert(jdbc, "annual", sealed));
    return other.id();
  }

  private static Comparison compared(Comparison.Role role, String value) {
    return new Comparison(
        "E1-6.scope-2-location",
        role,
        ReportingPeriod.ofYear(2023),
        new BigDecimal(value),
        Optional.empty(),
        "test");
  }

  private void multiplyFactor(String key, String by) {
    sandbox
        .owner()
        .update(
            "update factor set value = value * ?::numeric where tenant_id || '/' || factor_id = ?",
            by,
            key);
  }

  private long anyId(String sql) {
    return (Long) sandbox.row(tenant, sql).get("id");
  }

  private void assertFinding(String part, String key) {
    api("/verify")
        .statusCode(200)
        .body("intact", equalTo(false))
        .body("findings.findAll { it.part == '" + part + "' }.key", hasItem(key));
  }

  private ValidatableResponse api(String path) {
    return given()
        .cookie("hub_console", login.token("admin"))
        .get("/api/v1/tenants/" + tenant + "/reports/" + report + path)
        .then();
  }
}
