package com.offgridflow.report.wiring;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** Whatever is changed behind the hub's back, verifying names it. */
@QuarkusTest
class TamperedReportTest extends TracedReport {
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
  void shouldFindAPartThatWasTakenOffTheReport() {
    sandbox
        .owner()
        .update("delete from report_part where kind = 'factor' and report_id = ?::uuid", report);

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
}
