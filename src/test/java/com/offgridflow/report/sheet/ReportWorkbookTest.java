package com.offgridflow.report.sheet;

import static com.offgridflow.report.SampleReports.row;
import static org.assertj.core.api.Assertions.assertThat;

import com.offgridflow.report.Coverage;
import com.offgridflow.report.EmissionRows;
import com.offgridflow.report.Messages;
import com.offgridflow.report.Report;
import com.offgridflow.report.ReportBasis;
import com.offgridflow.report.SampleEmissions;
import com.offgridflow.report.SampleReports;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportWorkbookTest {
  private static final EmissionRows NONE = consumer -> {};
  private static final EmissionRows THREE = SampleEmissions.rows(3);

  @TempDir Path directory;

  @Test
  void shouldHaveASheetForEachTable() throws IOException {
    try (ReadableWorkbook book = read(SampleReports.full(), NONE)) {
      assertThat(book.getSheets().map(Sheet::getName))
          .containsExactly(
              "About this report",
              "Values",
              "Narrative disclosures",
              "Comparison",
              "Missing",
              "Scope",
              "Scope 3 categories",
              "Sites",
              "Cloud services",
              "Breakdown",
              "Uncertainty",
              "Factors",
              "Sources",
              "Uncovered usage",
              "Restatements",
              "Emissions");
    }
  }

  @Test
  void shouldWriteFiguresAsNumbersAndNamesAsText() throws IOException {
    try (ReadableWorkbook book = read(SampleReports.full(), NONE)) {
      Row scope1 = rows(book, "Values").get(1);

      assertThat(scope1.getCellText(0)).isEqualTo("E1-6.scope-1");
      assertThat(scope1.getCellAsNumber(3)).hasValueSatisfying(n -> equal(n, "12.346"));
      assertThat(scope1.getCellAsNumber(5)).hasValueSatisfying(n -> equal(n, "12.3456785"));
      assertThat(scope1.getCellAsNumber(6)).hasValueSatisfying(n -> equal(n, "12"));
    }
  }

  /** 0.123456789 × 2; the second day after 1 January 2024. */
  @Test
  void shouldWriteEachEmissionWithDatesAndEvidence() throws IOException {
    try (ReadableWorkbook book = read(SampleReports.full(), SampleEmissions.rows(2))) {
      Row second = rows(book, "Emissions").get(2);

      assertThat(second.getCell(2).asDate()).isEqualTo(LocalDateTime.of(2024, 1, 3, 0, 0));
      assertThat(second.getCellAsNumber(8)).hasValueSatisfying(n -> equal(n, "0.246913578"));
      assertThat(second.getOptionalCell(9)).as("no energy known").isEmpty();
      assertThat(second.getCellText(17)).isEqualTo("ember-2026:DE ccf-2024:aws");
      assertThat(second.getCellText(23)).isEqualTo("row 2");
    }
  }

  /** Three groups in rows 2 to 4. */
  @Test
  void shouldSumByFormulas() throws IOException {
    try (ReadableWorkbook book = read(SampleReports.full(), NONE)) {
      Row sum = rows(book, "Scope").get(4);

      assertThat(sum.getCellText(0)).isEqualTo("Total");
      assertThat(sum.stream().skip(1).map(Cell::getFormula))
          .containsExactly("SUM(B2:B4)", "SUM(C2:C4)", "SUM(D2:D4)");
    }
  }

  @Test
  void shouldKeepTextThatLooksLikeAFormulaAsText() throws IOException {
    ReportBasis basis =
        new ReportBasis(
            List.of(row(1, null, "=HYPERLINK(\"http://x\")", "+1", "@SUM(A1)", "1", 1)),
            Coverage.none(),
            List.of(),
            List.of(),
            List.of());
    Report report =
        SampleReports.freeze(SampleReports.request(Locale.ENGLISH), SampleReports.TOTALS, basis);

    try (ReadableWorkbook book = read(report, NONE)) {
      Row first = rows(book, "Breakdown").get(1);

      assertThat(first.getCell(2).getType()).isEqualTo(CellType.STRING);
      assertThat(first.getCellText(2)).isEqualTo("=HYPERLINK(\"http://x\")");
      assertThat(first.getCell(2).getFormula()).isNull();
    }
  }

  /** XML 1.0 has no place for U+0001; a name with one must not make a file that nobody opens. */
  @Test
  void shouldWriteAFileThatOpensWhateverANameHolds() throws IOException {
    EmissionRows odd = consumer -> consumer.accept(SampleEmissions.row(1, "a\u0001b<&>\"c"));

    try (ReadableWorkbook book = read(SampleReports.full(), odd)) {
      assertThat(rows(book, "Emissions").get(1).getCellText(12))
          .startsWith("a")
          .endsWith("b<&>\"c");
    }
  }

  @Test
  void shouldKeepTheHeaderInViewAndFilterTheRows() throws IOException {
    Path file = Files.write(directory.resolve("a.xlsx"), write(SampleReports.full(), THREE));

    try (ZipFile zip = new ZipFile(file.toFile())) {
      ZipEntry emissions = zip.getEntry("xl/worksheets/sheet16.xml");
      assertThat(new String(zip.getInputStream(emissions).readAllBytes(), StandardCharsets.UTF_8))
          .contains("ySplit=\"1\"")
          .contains("<autoFilter ref=\"A1:X4\"");
    }
  }

  /** ECMA-376 part 1, 18.3.1.63 and 18.2.5: one page wide, as many high as it takes. */
  @Test
  void shouldPrintAcrossWithAllColumnsAndTheHeaderOnEveryPage() throws IOException {
    Path file = Files.write(directory.resolve("a.xlsx"), write(SampleReports.full(), THREE));

    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (int sheet = 1; sheet <= 16; sheet++) {
        assertThat(part(zip, "xl/worksheets/sheet" + sheet + ".xml"))
            .contains("orientation=\"landscape\"", "fitToWidth=\"1\"", "fitToHeight=\"0\"")
            .contains("fitToPage=\"true\"", "&amp;P", "Northwind Datawerk SE");
      }
      assertThat(part(zip, "xl/workbook.xml"))
          .contains("_xlnm.Print_Titles", "'Scope 3 categories'!$1:$1");
    }
  }

  private static String part(ZipFile zip, String name) throws IOException {
    return new String(
        zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
  }

  @Test
  void shouldTellMethodComponentAndKindInWords() throws IOException {
    try (ReadableWorkbook book = read(SampleReports.full(), SampleEmissions.rows(1))) {
      Row row = rows(book, "Emissions").get(1);

      assertThat(row.getCellText(6)).isEqualTo("average data");
      assertThat(row.getCellText(10)).isEqualTo("Cloud: computing");
    }
  }

  @Test
  void shouldSayWhoseFiguresItHoldsAndHowTheyWereMade() throws IOException {
    Report report = SampleReports.full();
    try (ReadableWorkbook book = read(report, NONE)) {
      assertThat(rows(book, "About this report"))
          .extracting(row -> row.getCellText(0) + ": " + row.getCellText(1))
          .contains("LEI: 98450000OFFGRIDHUB77", "Digest (SHA-256): " + report.digest())
          .anyMatch(line -> line.startsWith("Methodology: Cloud use is estimated"));
    }
  }

  /** 98 letters in 34 characters' width take three lines, of 15 points each. */
  @Test
  void shouldMakeRoomForTextThatTakesSeveralLines() throws IOException {
    Path file = Files.write(directory.resolve("a.xlsx"), write(SampleReports.full(), THREE));

    assertThat(Column.words("Item", 34).linesOf("x".repeat(98))).isEqualTo(3);
    assertThat(Column.words("Item", 34).linesOf("a\nb")).isEqualTo(2);
    assertThat(Column.text("Item", 34).linesOf("x".repeat(98))).isEqualTo(1);
    try (ZipFile zip = new ZipFile(file.toFile())) {
      assertThat(part(zip, "xl/worksheets/sheet5.xml"))
          .contains("ht=\"30.0\"", "customHeight=\"1\"");
    }
  }

  /** Three digits as published; a whole number has no point behind it. */
  @Test
  void shouldShowEachFigureWithItsOwnDigits() {
    Column value = Column.value("Value");

    assertThat(value.formatOf(new BigDecimal("12.346"))).isEqualTo("#,##0.000");
    assertThat(value.formatOf(new BigDecimal("1235"))).isEqualTo("#,##0");
    assertThat(value.formatOf(new BigDecimal("12E+3"))).isEqualTo("#,##0");
  }

  @Test
  void shouldGoOnOnAnotherSheetWhenOneIsFull() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Messages messages = Messages.in(Locale.ENGLISH);
    try (Workbook workbook = new Workbook(out, "test", "1.0")) {
      Book book = Book.of(SampleReports.full(), messages, workbook);
      EmissionSheets.write(book, messages, SampleEmissions.rows(5), 4);
    }

    try (ReadableWorkbook book =
        new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
      assertThat(rows(book, "Emissions")).hasSize(4);
      assertThat(rows(book, "Emissions 2")).hasSize(3);
    }
  }

  @Test
  void shouldOpenWithoutAnyFigure() throws IOException {
    try (ReadableWorkbook book = read(SampleReports.empty(), NONE)) {
      assertThat(rows(book, "Values")).hasSize(1);
      assertThat(rows(book, "Sites")).as("no sum of nothing").hasSize(1);
    }
  }

  private static void equal(BigDecimal number, String expected) {
    assertThat(number).isEqualByComparingTo(expected);
  }

  private static List<Row> rows(ReadableWorkbook book, String sheet) throws IOException {
    return book.findSheet(sheet).orElseThrow().read();
  }

  private static ReadableWorkbook read(Report report, EmissionRows rows) throws IOException {
    return new ReadableWorkbook(new ByteArrayInputStream(write(report, rows)));
  }

  private static byte[] write(Report report, EmissionRows rows) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ReportWorkbook.write(report, rows, out);
    return out.toByteArray();
  }
}
