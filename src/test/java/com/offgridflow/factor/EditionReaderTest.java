package com.offgridflow.factor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EditionReaderTest {
  private static final String HEADER =
      "id,kind,subject,place,valid_from,valid_to,per_unit,unit,value,co2,ch4,n2o,biogenic_co2,"
          + "gwp_set,publisher,edition,table_name,row_name,licence,note\n";
  private static final String GRID =
      "x:1,grid.location,,DE,2024-01-01,2025-01-01,kWh,kg CO2e,0.33,,,,,,P,E,T,R,L,\n";
  private static final Set<String> KINDS =
      Set.of("grid.location", "grid.residual-mix", "grid.supplier-rate", "spend");

  @Test
  void shouldReadASoundTable() {
    EditionDraft draft = read("\uFEFF" + HEADER + GRID);

    assertThat(draft.sound()).isTrue();
    assertThat(draft.factors()).extracting(Factor::id).containsExactly("x:1");
  }

  @Test
  void shouldTellEveryProblemOfEveryRowAtOnce() {
    EditionDraft draft =
        read(
            HEADER
                + GRID.replace("grid.location", "grid.locaton").replace("kWh", "kwh")
                + GRID.replace("x:1", "x:2").replace("0.33", "0.33 kg").replace("2024-01", "24-01")
                + GRID.replace("x:1", "x:3").replace("P,E,T,R,L", ",,,,"));

    assertThat(draft.sound()).isFalse();
    assertThat(draft.problems())
        .extracting(RowProblem::row, RowProblem::field, RowProblem::value)
        .containsExactly(
            tuple(1, "kind", "grid.locaton"),
            tuple(1, "per_unit", "kwh"),
            tuple(2, "valid_from", "24-01-01"),
            tuple(2, "value", "0.33 kg"),
            tuple(3, "publisher", ""),
            tuple(3, "edition", ""),
            tuple(3, "table_name", ""),
            tuple(3, "row_name", ""),
            tuple(3, "licence", ""));
  }

  @Test
  void shouldSuggestTheKindThatWasMeant() {
    assertThat(problem(GRID.replace("grid.location", "grid.locaton")))
        .startsWith(
            "row 1, column kind: 'grid.locaton' should be a known kind, such as grid.location");
  }

  @Test
  void shouldSayWhatANumberADateAndAUnitLookLike() {
    assertThat(problem(GRID.replace("0.33", "0;33")))
        .isEqualTo("row 1, column value: '0;33' should be a decimal number such as 0.45");
    assertThat(problem(GRID.replace("2025-01-01", "31.12.2024")))
        .isEqualTo(
            "row 1, column valid_to: '31.12.2024' should be a date such as 2024-01-31, or nothing");
    assertThat(problem(GRID.replace("kg CO2e", "kgCO2e")))
        .startsWith("row 1, column unit: 'kgCO2e' should be a unit that is known; did you mean kg")
        .contains("kg CO2e");
  }

  @Test
  void shouldRefuseANumberThatNoMemoryHolds() {
    assertThat(problem(GRID.replace("0.33", "1e999999999")))
        .isEqualTo("row 1, column value: '1e999999999' should be a number of at most 40 digits");
  }

  @Test
  void shouldRefuseValidityThatEndsBeforeItStarts() {
    assertThat(problem(GRID.replace("2025-01-01", "2023-01-01")))
        .startsWith("row 1, column row: 'x:1' cannot be read: validity must end after it starts");
  }

  @Test
  void shouldRefuseAValueBesideGasesAndAFactorWithoutAnyFigure() {
    assertThat(problem(GRID.replace("0.33,,", "0.33,0.3,")))
        .startsWith(
            "row 1, column row: 'x:1' cannot be read: a factor has either a value or gases");
    assertThat(problem(GRID.replace("0.33", ""))).contains("neither");
  }

  @Test
  void shouldRefuseGasesInAnotherUnitThanKgCo2e() {
    assertThat(problem(GRID.replace("kg CO2e,0.33,,", "W,,0.3,")))
        .contains("its unit must be 'kg CO2e', not 'W'");
  }

  @Test
  void shouldRefusePlacesThatNobodyWouldLookUp() {
    assertThat(problem(GRID.replace(",DE,", ",UK,")))
        .isEqualTo("row 1, column place: 'UK' should be a country of ISO 3166-1 such as DE or GB");
    assertThat(problem(GRID.replace(",DE,", ",Acme Power,")))
        .contains("'Acme Power' should be a supplier in lower case ('acme power')");
    assertThat(read(HEADER + GRID.replace(",DE,", ",acme power,")).sound()).isTrue();
    assertThat(read(HEADER + GRID.replace(",DE,", ",egrid/SRVC,")).sound()).isTrue();
  }

  @Test
  void shouldRefuseASubjectThatIsNoSlug() {
    assertThat(problem(GRID.replace(",,DE", ",Natural Gas,DE")))
        .contains("'Natural Gas' should be lower case with '-' between words: 'natural-gas'");
  }

  @Test
  void shouldRefuseAnIdTwiceNamingTheOtherRow() {
    String later = GRID.replace("2025", "2026").replace("2024", "2025");
    assertThat(read(HEADER + GRID + later).problems())
        .extracting(RowProblem::sentence)
        .containsExactly("row 2, column id: 'x:1' should be an id of its own; row 1 has it");
  }

  @Test
  void shouldRefuseTwoFactorsForOneDayNamingBothRows() {
    String clash = GRID.replace("x:1", "x:2").replace("2024-01-01,2025", "2024-12-31,2026");
    assertThat(read(HEADER + GRID + clash).problems())
        .extracting(RowProblem::sentence)
        .containsExactly(
            "row 2, column valid_from: '2024-12-31 until 2026-01-01' should be apart from row 1"
                + " (2024-01-01 until 2025-01-01), which has the same kind, subject, place and"
                + " per_unit");
  }

  @Test
  void shouldTakeAYearAfterTheOther() {
    String next = GRID.replace("x:1", "x:2").replace("2025", "2026").replace("2024", "2025");
    assertThat(read(HEADER + GRID + next).sound()).isTrue();
  }

  @Test
  void shouldNotTakeAnUnknownResidualMixForZero() {
    String mix = GRID.replace("grid.location", "grid.residual-mix");
    assertThat(read(HEADER + mix).sound()).isTrue();
    assertThat(problem(mix.replace("0.33", "0")))
        .contains("leave out the row of a residual mix that you do not know");
    assertThat(problem(mix.replace("0.33", ""))).contains("neither");
  }

  @Test
  void shouldKeepTheHubsOwnSignOutOfIds() {
    assertThat(problem(GRID.replace("x:1", "x:1@7"))).contains("a name without '@'");
  }

  @Test
  void shouldNameTheCellsOfARowThatIsTooShort() {
    assertThat(problem("x:1,grid.location\n"))
        .isEqualTo("row 1, column row: '2 cells' should be 20 cells, as the header has");
  }

  @Test
  void shouldNameAllColumnsThatAreMissingOrUnknown() {
    assertThat(read(HEADER.replace("gwp_set,", "").replace("licence", "license") + GRID).problems())
        .extracting(RowProblem::sentence)
        .containsExactly(
            "header: '' should be a header with column 'gwp_set' too; docs/factors.md lists them"
                + " all",
            "header: '' should be a header with column 'licence' too; docs/factors.md lists them"
                + " all",
            "header: 'license' should be a known column, such as licence");
  }

  @Test
  void shouldNoticeSemicolonsOfASpreadsheet() {
    assertThat(read((HEADER + GRID).replace(',', ';')).problems())
        .extracting(RowProblem::field, RowProblem::message)
        .containsExactly(tuple("header", "should be cells apart by ',', not by ';'"));
  }

  @Test
  void shouldRefuseOtherEncodings() {
    byte[] latin = (HEADER + GRID.replace(",R,", ",Kälte,")).getBytes(StandardCharsets.ISO_8859_1);

    assertThat(EditionReader.read(latin, KINDS).problems())
        .extracting(RowProblem::sentence)
        .singleElement()
        .asString()
        .startsWith("file: 'bytes that are not UTF-8' should be a table in UTF-8");
  }

  @Test
  void shouldRefuseAQuoteThatIsNeverClosed() {
    assertThat(read(HEADER + GRID.replace(",R,", ",\"R,")).problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.field()).isEqualTo("file"));
  }

  @Test
  void shouldRefuseATableWithoutRowsAndAnEmptyFile() {
    assertThat(read(HEADER).problems())
        .extracting(RowProblem::sentence)
        .containsExactly("file: 'no rows' should be a table with at least one factor");
    assertThat(read("").sound()).isFalse();
  }

  @Test
  void shouldStopAtAThousandProblems() {
    String rows = GRID.replace("kWh", "kwh").repeat(3000);

    List<RowProblem> problems = read(HEADER + rows).problems();

    assertThat(problems).hasSize(1001);
    assertThat(problems.get(1000).value()).isEqualTo("more than 1000 problems");
  }

  private static org.assertj.core.groups.Tuple tuple(long row, String field, String value) {
    return org.assertj.core.groups.Tuple.tuple(row, field, value);
  }

  private static org.assertj.core.groups.Tuple tuple(String field, String message) {
    return org.assertj.core.groups.Tuple.tuple(field, message);
  }

  /** The only problem of a row. */
  private static String problem(String row) {
    List<RowProblem> problems = read(HEADER + row).problems();
    assertThat(problems).hasSize(1);
    return problems.get(0).sentence();
  }

  private static EditionDraft read(String text) {
    Charset utf8 = StandardCharsets.UTF_8;
    return EditionReader.read(text.getBytes(utf8), KINDS);
  }
}
