package com.offgridflow.report.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import com.offgridflow.job.wiring.TestWorker;
import com.offgridflow.report.Report;
import com.offgridflow.report.ReportValue;
import com.offgridflow.wiring.Sandbox;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CoreDiscloseRouteTest {
  private static final String SCOPE_2 = "E1-6.scope-2-location";

  @Inject BilledReports.Of bills;
  @Inject Sandbox sandbox;
  @Inject TestWorker worker;
  @Inject ReportStore reports;
  private BilledReports billed;

  @BeforeEach
  void begin() {
    billed = bills.ofNewTenant();
  }

  /**
   * 3000 kWh × 0.32965 kg/kWh (Ember 2026, Germany) = 988.95 kg = 0.98895 t, in three digits 0.989.
   */
  @Test
  void shouldReportWhatIsCurrent() {
    billed.take("first", "1000", "2000");
    billed.report("first");

    assertThat(value("first").published()).isEqualByComparingTo("0.989");
  }

  /** The old 1000 kWh count no longer, the new 4000 do: 6000 × 0.32965 = 1977.9 kg. */
  @Test
  void shouldNotCountWhatWasSuperseded() {
    billed.take("first", "1000", "2000");
    billed.report("first");
    billed.take("second", "4000", "2000");
    billed.report("second");

    assertThat(value("second").published()).isEqualByComparingTo("1.978");
    assertThat(value("first").published()).as("what was filed stays").isEqualByComparingTo("0.989");
    // two activities by two methods
    assertThat(emissionsOf("second")).hasSize(4).doesNotContain(emissionOf("b0", 1));
    assertThat(emissionsOf("first")).contains(emissionOf("b0", 1));
  }

  /** No residual mix is loaded: the market-based figure is the location-based one, and says so. */
  @Test
  void shouldReportTheMarketBasedFigureAsProvisional() {
    billed.take("first", "1000", "2000");
    billed.report("first");

    Report report = reports.load(billed.tenant(), billed.reportId("first"));

    ReportValue market =
        report.values().stream()
            .filter(value -> value.dataPoint().equals("E1-6.scope-2-market"))
            .findFirst()
            .orElseThrow();
    assertThat(market.published()).isEqualByComparingTo("0.989");
    assertThat(market.label()).endsWith("(provisional)");
    assertThat(report.basis().methodology())
        .anyMatch(note -> note.startsWith("Provisional: for 3,000 of 3,000 kWh"));
  }

  @Test
  void shouldFreezeOneReportHoweverOftenTheJobRuns() {
    billed.take("first", "1000");
    billed.report("first");
    Map<String, Object> before =
        sandbox.row(billed.tenant(), "select report_id, digest from report");

    sandbox.owner().update("update job set state = 'queued' where tenant_id = ?", billed.tenant());
    worker.drain();

    assertThat(sandbox.rows(billed.tenant(), "select report_id, digest from report"))
        .containsExactly(before);
    assertThat(sandbox.rows(billed.tenant(), "select kind from job where kind like 'deliver-%'"))
        .as("into the output directory only, for nobody else wants it")
        .extracting(row -> row.get("kind"))
        .containsExactlyInAnyOrder("deliver-files", "deliver-emissions", "deliver-workbook");
  }

  private ReportValue value(String occasion) {
    Report report = reports.load(billed.tenant(), billed.reportId(occasion));
    return report.values().stream()
        .filter(value -> value.dataPoint().equals(SCOPE_2))
        .findFirst()
        .orElseThrow();
  }

  private List<Object> emissionsOf(String occasion) {
    return sandbox
        .rows(
            billed.tenant(),
            "select emission_id from report_emission where report_id = ?::uuid",
            billed.reportId(occasion))
        .stream()
        .map(row -> row.get("emission_id"))
        .toList();
  }

  private Object emissionOf(String key, int version) {
    return sandbox
        .row(
            billed.tenant(),
            """
            select emission_id from derivation join emission e using (emission_id)
            where record_key = ? and version = ? and e.method = 'location-based'""",
            key,
            version)
        .get("emission_id");
  }
}
