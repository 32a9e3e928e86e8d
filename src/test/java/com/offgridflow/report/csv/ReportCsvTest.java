package com.offgridflow.report.csv;

import static com.offgridflow.report.SampleReports.row;
import static com.offgridflow.report.SampleReports.total;
import static org.assertj.core.api.Assertions.assertThat;

import com.offgridflow.report.Coverage;
import com.offgridflow.report.EmissionTotal;
import com.offgridflow.report.Report;
import com.offgridflow.report.ReportBasis;
import com.offgridflow.report.Restated;
import com.offgridflow.report.SampleReports;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReportCsvTest {

  @Test
  void shouldWriteOneRowPerValueAsPublished() {
    assertThat(text(ReportCsv.values(SampleReports.full())))
        .startsWith(
            "data_point,label,value,unit,concept,axis,member,emission_count,"
                + "of_which_accrued,previous_value\r\n")
        .contains(
            "E1-6.scope-1,Gross Scope 1 GHG emissions,12.346,tCO2e,"
                + "GrossScope1GreenhouseGasEmissions,,,12,,\r\n")
        .contains(
            ",1.235,tCO2e,GrossScope3GreenhouseGasEmissions,"
                + "Scope3GHGEmissionsCategoryGHGProtocolAxis,"
                + "Category3FuelAndEnergyrelatedActivitiesMember,24,,\r\n");
  }

  @Test
  void shouldKeepTextFromRunningAsAFormulaAndNumbersNumbers() {
    Report report = breakdown("=HYPERLINK(\"http://x\")", "+1", "@SUM(A1)", "-4.5");

    assertThat(text(ReportCsv.breakdown(report)))
        .endsWith(
            "\r\n1,,\"'=HYPERLINK(\"\"http://x\"\")\",\"'+1\",\"'@SUM(A1)\",-4.5,1,record\r\n");
  }

  @Test
  void shouldDefuseTabAndCarriageReturnToo() {
    assertThat(text(ReportCsv.breakdown(breakdown("\t=1", "\r=1", "-1+1", "1"))))
        .endsWith("\r\n1,,\"'\t=1\",\"'\r=1\",\"'-1+1\",1,1,record\r\n");
  }

  @Test
  void shouldQuoteCommasQuotesAndLineBreaks() {
    assertThat(text(ReportCsv.breakdown(breakdown("a,b", "c\"d", "e\nf", "1"))))
        .endsWith("\r\n1,,\"a,b\",\"c\"\"d\",\"e\nf\",1,1,record\r\n");
  }

  /** 0.5 of 3 t were accrued; 2.9994 t are 2.999 where three decimals are published. */
  @Test
  void shouldMarkWhatWasAccruedAndWhatWasPublishedBefore() {
    Restated restated =
        new Restated(
            7,
            "auditor",
            Instant.parse("2025-03-01T00:00:00Z"),
            "late bill",
            "report 1",
            Map.of("E1-6.scope-1", new BigDecimal("2.999")));
    ReportBasis basis = ReportBasis.none().with(List.of(restated));
    EmissionTotal total =
        new EmissionTotal(
            1, "", Optional.empty(), "", new BigDecimal("3000"), new BigDecimal("500"), 2);

    Report report =
        SampleReports.freeze(SampleReports.request(Locale.ENGLISH), List.of(total), basis);

    assertThat(text(ReportCsv.values(report))).contains(",,,2,0.500,2.999\r\n");
  }

  @Test
  void shouldWriteOnlyTheHeaderForAnEmptyReport() {
    assertThat(text(ReportCsv.values(SampleReports.empty()))).hasLineCount(1);
    assertThat(text(ReportCsv.breakdown(SampleReports.empty())))
        .isEqualTo("scope,category,service,site,kind,kg_co2e,activities,quantity_from\r\n");
  }

  private static Report breakdown(String service, String site, String kind, String kg) {
    ReportBasis basis =
        new ReportBasis(
            List.of(row(1, null, service, site, kind, kg, 1)),
            Coverage.none(),
            List.of(),
            List.of(),
            List.of());
    return SampleReports.freeze(
        SampleReports.request(Locale.ENGLISH), List.of(total(1, "", null, "", "1", 1)), basis);
  }

  private static String text(byte[] csv) {
    return new String(csv, StandardCharsets.UTF_8);
  }
}
