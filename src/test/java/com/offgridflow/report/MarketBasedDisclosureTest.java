package com.offgridflow.report;

import static com.offgridflow.report.SampleReports.total;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class MarketBasedDisclosureTest {
  private static final String MARKET = "E1-6.scope-2-market";
  private static final List<EmissionTotal> TOTALS =
      List.of(
          total(1, "fuel-based", null, "combustion", "1000", 1),
          total(2, "location-based", null, "use", "5000", 2),
          total(2, "market-based", null, "instrument:go", "0", 1),
          total(2, "market-based", null, "grid-average", "2000", 1),
          total(3, "average-data", 1, "", "3000", 1));

  @Test
  void shouldSayInTheNameThatAFigureIsProvisional() {
    Report report = freeze(Locale.ENGLISH, TOTALS, List.of());

    assertThat(value(report, MARKET).label())
        .isEqualTo("Gross market-based Scope 2 GHG emissions (provisional)");
    assertThat(value(report, MARKET).published()).isEqualByComparingTo("2");
    assertThat(value(report, "E1-6.total-market").label()).endsWith("(provisional)");
    assertThat(value(report, "E1-6.scope-2-location").label()).doesNotContain("provisional");
  }

  @Test
  void shouldSayItInGerman() {
    Report report = freeze(Locale.GERMAN, TOTALS, List.of());

    assertThat(value(report, MARKET).label())
        .isEqualTo("Marktbezogene Scope-2-THG-Bruttoemissionen (vorläufig)");
  }

  @Test
  void shouldNotCallAFigureProvisionalThatAResidualMixAnswersFor() {
    Report report =
        freeze(
            Locale.ENGLISH,
            List.of(total(2, "market-based", null, "residual", "2000", 1)),
            List.of());

    assertThat(value(report, MARKET).label()).isEqualTo("Gross market-based Scope 2 GHG emissions");
  }

  @Test
  void shouldGiveNoFigureBeforeWhatIsWithheldHasBeenReviewed() {
    List<WithheldFigure> withheld =
        List.of(new WithheldFigure(2, "market-based", 1200, List.of("instrument 'x' ...")));

    Report report = freeze(Locale.ENGLISH, TOTALS, withheld);

    assertThat(report.values())
        .extracting(ReportValue::dataPoint)
        .doesNotContain(MARKET, "E1-6.total-market")
        .contains("E1-6.scope-2-location", "E1-6.total-location");
    assertThat(missing(report, MARKET).reason())
        .isEqualTo(
            "1,200 activities wait for a review, and no figure is given before: instrument 'x' ...");
    assertThat(missing(freeze(Locale.GERMAN, TOTALS, withheld), MARKET).reason())
        .startsWith("1.200 Aktivitäten warten auf eine Prüfung");
  }

  private static Report freeze(
      Locale language, List<EmissionTotal> totals, List<WithheldFigure> withheld) {
    return new Disclosure(Frameworks.load("esrs-2023"))
        .freeze(
            SampleReports.request(language),
            Inventory.of(totals).withheld(withheld),
            List.of(),
            SampleReports.BASIS);
  }

  private static ReportValue value(Report report, String id) {
    return report.values().stream()
        .filter(value -> value.dataPoint().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static MissingValue missing(Report report, String id) {
    return report.missing().stream()
        .filter(value -> value.dataPoint().equals(id))
        .findFirst()
        .orElseThrow();
  }
}
