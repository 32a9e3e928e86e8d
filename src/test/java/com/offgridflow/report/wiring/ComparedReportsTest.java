package com.offgridflow.report.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import com.offgridflow.report.Comparison;
import com.offgridflow.report.Report;
import com.offgridflow.report.ReportValue;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** What a report takes from statements and sets beside other years. */
@QuarkusTest
class ComparedReportsTest extends StatedReports {
  /**
   * 1000 kWh × 0.32965 kg/kWh (Ember 2026, Germany) = 0.32965 t by location, which no instrument
   * covers: 1 MWh from unspecified, that is fossil, sources. (0 + 0.32965 + 0) t / 4000 EUR =
   * 0.000082413 t/EUR. Against 0.5 t in 2023: (0.330 − 0.5) / 0.5 = −34 %.
   */
  @Test
  void shouldFreezeIntensityEnergyAndOtherYears() {
    take("1000");
    state(REVENUE);
    state(figure("emissions.scope-1", "2024", "0"));
    state(figure("emissions.scope-3", "2024", "0"));
    state(figure("emissions.scope-2.location", "2023", "0.5"));
    state(figure("emissions.scope-2.location", "2019", "1"));
    state(
            "{\"key\": \"base-year\", \"period\": \"2024\", \"text\": \"2019\", \"language\":"
                + " \"en\", \"source\": \"board\"}")
        .statusCode(200);

    Report report = reports.load(tenant, report("2024", 2024));

    assertThat(value(report, "E1-6.intensity-location").published())
        .isEqualByComparingTo("0.000082413");
    assertThat(value(report, "E1-6.intensity-location").unit()).isEqualTo("tCO2e/EUR");
    assertThat(value(report, "E1-5.total").published()).isEqualByComparingTo("1");
    assertThat(value(report, "E1-5.fossil-share").published()).isEqualByComparingTo("1");
    assertThat(report.comparisons())
        .filteredOn(past -> past.dataPoint().equals("E1-6.scope-2-location"))
        .extracting(Comparison::role, past -> past.changePercent().orElseThrow().intValueExact())
        .containsExactlyInAnyOrder(
            org.assertj.core.api.Assertions.tuple(Comparison.Role.PREVIOUS_YEAR, -34),
            org.assertj.core.api.Assertions.tuple(Comparison.Role.BASE_YEAR, -67));
    assertThat(report.stated())
        .anyMatch(
            stated ->
                stated.dataPoint().equals("E1-6.net-revenue")
                    && stated.source().equals("Annual report 2024, page 12"));
  }

  /** What a report published counts before what is stated for its year. */
  @Test
  void shouldCompareWithTheReportOfTheYearBefore() {
    take("1000");
    state(figure("emissions.scope-2.location", "2024", "7"));
    String before = report("2024", 2024);

    Report report = reports.load(tenant, report("2025", 2025));

    assertThat(report.comparisons())
        .filteredOn(past -> past.dataPoint().equals("E1-6.scope-2-location"))
        .extracting(Comparison::published, Comparison::source)
        .containsExactly(
            org.assertj.core.api.Assertions.tuple(
                new java.math.BigDecimal("0.330"), "report " + before));
  }

  private static String figure(String key, String period, String tonnes) {
    return "{\"key\": \"%s\", \"period\": \"%s\", \"value\": %s, \"unit\": \"tCO2e\", \"source\": \"x\"}"
        .formatted(key, period, tonnes);
  }

  private static ReportValue value(Report report, String id) {
    return report.values().stream()
        .filter(value -> value.dataPoint().equals(id))
        .findFirst()
        .orElseThrow();
  }
}
