package com.offgridflow.report.view;

import static com.offgridflow.report.SampleReports.row;
import static com.offgridflow.report.SampleReports.total;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.offgridflow.report.BreakdownRow;
import com.offgridflow.report.Coverage;
import com.offgridflow.report.Messages;
import com.offgridflow.report.Report;
import com.offgridflow.report.ReportBasis;
import com.offgridflow.report.SampleReports;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReportViewTest {

  /** 130 mm is the largest, 45.679; 12.346 / 45.679 × 130 = 35.1; 10.469: 29.8; 1.235: 3.5. */
  @Test
  void shouldDrawEachEmissionOnceToScale() {
    BarChart chart = new ReportView(SampleReports.full()).chart();

    assertThat(chart.bars())
        .extracting(BarChart.Bar::figure, bar -> bar.width().toPlainString())
        .containsExactly(
            tuple("12.346 tCO2e", "35.1"),
            tuple("45.679 tCO2e", "130.0"),
            tuple("10.469 tCO2e", "29.8"),
            tuple("1.235 tCO2e", "3.5"));
    assertThat(chart.alternative()).contains("Gross Scope 1 GHG emissions: 12.346 tCO2e; ");
  }

  @Test
  void shouldDrawNothingForZeroAndNegativeFigures() {
    Report report =
        SampleReports.of(
            List.of(total(1, "", null, "", "0", 1), total(2, "location-based", null, "", "-5", 1)));

    assertThat(new ReportView(report).chart().bars())
        .allMatch(bar -> bar.width().signum() == 0)
        .hasSize(2);
  }

  /** Rows of 1 to 30 t; the 25 largest are shown, 1 + 2 + 3 + 4 + 5 = 15 t are not. */
  @Test
  void shouldSayWhatALongTableLeavesOut() {
    List<BreakdownRow> rows =
        IntStream.rangeClosed(1, 30)
            .mapToObj(tonnes -> row(1, null, "", "", "", tonnes + "000", 1))
            .toList();
    ReportBasis basis = new ReportBasis(rows, Coverage.none(), List.of(), List.of(), List.of());
    Report report =
        SampleReports.freeze(SampleReports.request(Locale.ENGLISH), SampleReports.TOTALS, basis);

    BasisView view = new ReportView(report).basis();

    assertThat(view.breakdown()).hasSize(25);
    assertThat(view.breakdown().get(0).figures()).contains("30.000");
    assertThat(view.furtherRows()).isEqualTo("5 further rows: 15.000 tCO2e");
  }

  @Test
  void shouldNameTheCategoriesWithoutAValue() {
    assertThat(new ReportView(SampleReports.full()).missingParts())
        .startsWith("2: Capital goods; 4: Upstream transportation and distribution; ")
        .doesNotContain("1: Purchased goods");
  }

  @Test
  void shouldSayEverythingInBothLanguages() {
    assertThat(Messages.in(Locale.GERMAN).words().keySet())
        .isEqualTo(Messages.in(Locale.ENGLISH).words().keySet());
  }
}
