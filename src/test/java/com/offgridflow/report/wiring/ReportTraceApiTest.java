package com.offgridflow.report.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;

import com.offgridflow.job.JobRequest;
import com.offgridflow.job.JobState;
import com.offgridflow.report.Comparison;
import com.offgridflow.report.Report;
import com.offgridflow.report.ReportRequest;
import com.offgridflow.report.ReportingPeriod;
import com.offgridflow.tenant.wiring.TenantDatabase;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReportTraceApiTest extends TracedReport {
  @Inject TenantDatabase database;

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
    assertThat(
            sandbox.count(
                tenant,
                "select count(*) from job where payload->>'report' = ? and kind <> 'deliver-files'",
                contradictory))
        .as("nor is anything else made of it")
        .isZero();
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
}
