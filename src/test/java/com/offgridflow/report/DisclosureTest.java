package com.offgridflow.report;

import static com.offgridflow.report.SampleReports.total;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class DisclosureTest {

  /**
   * By hand, in t CO2e:
   *
   * <pre>
   * Scope 1      12.3456785                               12.346
   * Scope 2      45.67890149                              45.679
   * category 1    8.1234567 + 2.3456789 =  10.4691356     10.469
   * category 3    1.2345 (a tie)                           1.235
   * Scope 3      10.4691356 + 1.2345    =  11.7036356     11.704
   * total        12.3456785 + 45.67890149 + 11.7036356 = 69.72821559  69.728
   * </pre>
   */
  @Test
  void shouldRoundOnceFromExactSums() {
    Report report = SampleReports.full();

    assertThat(report.values())
        .extracting(ReportValue::dataPoint, value -> value.published().toPlainString())
        .containsExactly(
            tuple("E1-6.scope-1", "12.346"),
            tuple("E1-6.scope-2-location", "45.679"),
            tuple("E1-6.scope-3", "11.704"),
            tuple("E1-6.scope-3.category-01", "10.469"),
            tuple("E1-6.scope-3.category-03", "1.235"),
            tuple("E1-6.total-location", "69.728"));
  }

  @Test
  void shouldCountTheEmissionsBehindEachValue() {
    Report report = SampleReports.full();

    // 31,000 + 12,000 in category 1; 24 in category 3; 12 and 24 in Scopes 1 and 2
    assertThat(report.values())
        .extracting(ReportValue::emissions)
        .containsExactly(12L, 24L, 43_024L, 43_000L, 24L, 43_060L);
  }

  /**
   * Calculations 1.1: with figures within half a unit of their last digit, the interval of the
   * total, 69.728 ± 0.0005, must meet that of its parts, (12.346 + 45.679 + 11.704) ± 3 × 0.0005 =
   * 69.729 ± 0.0015, although the figures shown do not add up.
   */
  @Test
  void shouldKeepTotalsWithinTheRoundingOfTheirParts() {
    Report report = SampleReports.full();

    BigDecimal parts =
        published(report, "E1-6.scope-1")
            .add(published(report, "E1-6.scope-2-location"))
            .add(published(report, "E1-6.scope-3"));

    assertThat(parts).isEqualByComparingTo("69.729");
    assertThat(published(report, "E1-6.total-location").subtract(parts).abs())
        .isLessThanOrEqualTo(new BigDecimal("0.002"));
  }

  @Test
  void shouldListMarketBasedFiguresAsMissingAndNeverAsZero() {
    Report report = SampleReports.full();

    assertThat(missing(report, "E1-6.scope-2-market").reason())
        .contains("market-based emissions of purchased energy");
    assertThat(missing(report, "E1-6.total-market").reason())
        .contains("Gross market-based Scope 2 GHG emissions");
  }

  @Test
  void shouldHaveNoTotalWhenAScopeIsAbsent() {
    Report report = SampleReports.of(List.of(total(3, "location-based", 1, "operational", "9", 1)));

    assertThat(report.values())
        .extracting(ReportValue::dataPoint)
        .containsExactly("E1-6.scope-3", "E1-6.scope-3.category-01");
    assertThat(missing(report, "E1-6.total-location").reason())
        .contains("Gross Scope 1 GHG emissions; Gross location-based Scope 2 GHG emissions");
  }

  @Test
  void shouldHaveOnlyMissingDataPointsWithoutEmissions() {
    Report report = SampleReports.empty();

    assertThat(report.values()).isEmpty();
    // 3 gross figures and market-based Scope 2, 15 categories, 2 totals
    assertThat(report.missing())
        .filteredOn(value -> value.paragraph().matches("ESRS E1-6 (44|51).*"))
        .hasSize(21);
    assertThat(missing(report, "E1-6.scope-1").reason())
        .isEqualTo("No Scope 1 emissions are on record for the period.");
  }

  @Test
  void shouldGiveEachOfTheFifteenCategoriesItsOwnValue() {
    List<EmissionTotal> totals = new ArrayList<>();
    for (int category = 1; category <= 15; category++) {
      totals.add(total(3, "average-data", category, "", category + "000", 1));
    }

    Report report = SampleReports.of(totals);

    // 1 + 2 + ... + 15 = 120
    assertThat(published(report, "E1-6.scope-3")).isEqualByComparingTo("120");
    assertThat(published(report, "E1-6.scope-3.category-07")).isEqualByComparingTo("7");
    assertThat(report.values()).hasSize(16);
  }

  @Test
  void shouldKeepZeroAndWithholdWhatIsBelow() {
    Report report =
        SampleReports.of(
            List.of(
                total(1, "fuel-based", null, "", "100", 1),
                total(1, "fuel-based", null, "", "-100", 1),
                total(2, "location-based", null, "", "-2.5", 1)));

    assertThat(published(report, "E1-6.scope-1")).isEqualByComparingTo("0");
    // -2.5 kg = -0.0025 t is a tie: half up goes away from zero
    assertThat(report.values())
        .extracting(ReportValue::dataPoint)
        .doesNotContain("E1-6.scope-2-location");
    assertThat(report.missing())
        .filteredOn(missing -> missing.dataPoint().equals("E1-6.scope-2-location"))
        .singleElement()
        .satisfies(missing -> assertThat(missing.reason()).contains("-0.003 tCO2e", "withheld"));
  }

  /** 0.4 kg of credit is 0.000 t at three decimals, which is no negative figure. */
  @Test
  void shouldPublishZeroWhereACreditVanishesInRounding() {
    Report report = SampleReports.of(List.of(total(1, "fuel-based", null, "", "-0.4", 1)));

    assertThat(published(report, "E1-6.scope-1").toPlainString()).isEqualTo("0.000");
  }

  @Test
  void shouldSpeakGerman() {
    Report report =
        SampleReports.freeze(
            SampleReports.request(Locale.GERMAN), SampleReports.TOTALS, SampleReports.BASIS);

    assertThat(report.values().get(0).label()).isEqualTo("Scope-1-THG-Bruttoemissionen");
    assertThat(missing(report, "E1-6.scope-3.category-15").reason())
        .isEqualTo("Für den Zeitraum liegen keine Emissionen der Scope-3-Kategorie 15 vor.");
  }

  private static BigDecimal published(Report report, String dataPoint) {
    return report.values().stream()
        .filter(value -> value.dataPoint().equals(dataPoint))
        .findFirst()
        .orElseThrow()
        .published();
  }

  private static MissingValue missing(Report report, String dataPoint) {
    return report.missing().stream()
        .filter(value -> value.dataPoint().equals(dataPoint))
        .findFirst()
        .orElseThrow();
  }
}
