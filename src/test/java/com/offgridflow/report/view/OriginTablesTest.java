package com.offgridflow.report.view;

import static com.offgridflow.report.SampleReports.row;
import static org.assertj.core.api.Assertions.assertThat;

import com.offgridflow.report.BreakdownRow;
import com.offgridflow.report.Messages;
import com.offgridflow.report.SampleReports;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OriginTablesTest {

  /**
   * kg: 12345.6785 + 45678.90149 + (6543.21 + 2012.3456 + 1913.58 + 1234.5 = 11703.6356) =
   * 69728.21559; 45678.90149 of them are 65.5 %.
   */
  @Test
  void shouldSumEachScopeAndAllOfThem() {
    assertThat(texts(origins(SampleReports.BASIS.breakdown()).scopes()))
        .containsExactly(
            "Scope 1 | 12 | 12.346 | 17.7 %",
            "Scope 2 | 24 | 45.679 | 65.5 %",
            "Scope 3 | 43,024 | 11.704 | 16.8 %",
            "Total | 43,060 | 69.728 | 100.0 %");
  }

  /** Hamburg: 12345.6785 + 45678.90149 + 1234.5 = 59259.07999 kg. */
  @Test
  void shouldSumEachSiteTheLargestFirst() {
    assertThat(texts(origins(SampleReports.BASIS.breakdown()).sites()))
        .startsWith("Hamburg office | 60 | 59.259 | 85.0 %", "us-east-1 | 21,000 | 6.543 | 9.4 %");
  }

  @Test
  void shouldListServicesOfCloudsOnly() {
    assertThat(texts(origins(SampleReports.BASIS.breakdown()).services()))
        .hasSize(4)
        .allMatch(row -> row.matches("(Amazon|Azure|Total).*"));
  }

  @Test
  void shouldNameScope3Categories() {
    assertThat(texts(origins(SampleReports.BASIS.breakdown()).categories()))
        .startsWith(
            "1  Purchased goods and services | 43,000 | 10.469 | 89.5 %",
            "3  Fuel- and energy-related activities | 24 | 1.235 | 10.5 %");
  }

  /**
   * Sites of 1 to 30 t: the 25 largest by name, 1 + 2 + 3 + 4 + 5 = 15 t in one row, 465 in all.
   */
  @Test
  void shouldSumWhatALongTableLeavesOut() {
    List<BreakdownRow> rows =
        IntStream.rangeClosed(1, 30)
            .mapToObj(tonnes -> row(1, null, "", "site " + tonnes, "", tonnes + "000", 1))
            .toList();

    TableView table = origins(rows).sites();

    assertThat(texts(table))
        .hasSize(27)
        .endsWith("5 further rows | 5 | 15.000 | 3.2 %", "Total | 30 | 465.000 | 100.0 %");
    assertThat(table.note()).contains("workbook");
  }

  @Test
  void shouldGiveNoShareOfNothing() {
    assertThat(texts(origins(List.of(row(1, null, "", "", "", "0", 1))).sites()))
        .containsExactly("Not stated | 1 | 0.000 | –");
  }

  private static OriginTables origins(List<BreakdownRow> rows) {
    return new OriginTables(rows, new Formats(Locale.ENGLISH), Messages.in(Locale.ENGLISH));
  }

  private static List<String> texts(TableView table) {
    return table.rows().stream()
        .map(row -> String.join(" | ", row.cells().stream().map(TableView.Cell::text).toList()))
        .toList();
  }
}
