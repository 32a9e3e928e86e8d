package com.offgridflow.report.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import com.offgridflow.report.FrameworkReports;
import com.offgridflow.report.Report;
import com.offgridflow.report.ReportValue;
import com.offgridflow.report.csv.ReportCsv;
import com.offgridflow.report.json.ReportDocument;
import com.offgridflow.report.sheet.ReportWorkbook;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every figure of a report stands in every way out, written as its language writes numbers. */
class SameFiguresTest {
  private final ReportTemplates templates = new ReportTemplates();

  static Stream<Arguments> reports() {
    return Stream.of("esrs-2023", "vsme-2025", "gri-302-305-2016", "cdp-2024", "sec-2024")
        .flatMap(
            framework ->
                Stream.of(Locale.UK, Locale.GERMANY)
                    .map(country -> Arguments.of(framework, country)));
  }

  @ParameterizedTest
  @MethodSource("reports")
  void shouldShowEachFigureToReaders(String framework, Locale country) throws IOException {
    Report report = FrameworkReports.full(framework, new Locale(country.getLanguage()));

    assertThat(report.values()).isNotEmpty();
    assertThat(words(new PdfReport(templates, new Typefaces(List.of())).render(report)))
        .contains(lines(report, country));
  }

  @ParameterizedTest
  @MethodSource("reports")
  void shouldTellEachHeadlineByMail(String framework, Locale country) {
    Report report = FrameworkReports.full(framework, new Locale(country.getLanguage()));

    ReportMail.Message message = new ReportMail(templates).write(report, List.of());

    assertThat(message.text())
        .contains(
            headlines(report)
                .map(value -> value.label() + ": " + written(value, country))
                .toList());
  }

  @ParameterizedTest
  @MethodSource("reports")
  void shouldGiveEachFigureToPrograms(String framework, Locale country) throws IOException {
    Report report = FrameworkReports.full(framework, new Locale(country.getLanguage()));
    String csv = new String(ReportCsv.values(report), StandardCharsets.UTF_8);
    String json = new String(ReportDocument.render(report), StandardCharsets.UTF_8);

    for (ReportValue value : report.values()) {
      assertThat(csv).contains("," + value.published().toPlainString() + "," + value.unit() + ",");
      assertThat(json).contains("\"value\" : " + value.published().toPlainString() + ",");
    }
    assertThat(cells(report))
        .usingElementComparator(BigDecimal::compareTo)
        .containsExactlyElementsOf(report.values().stream().map(ReportValue::published).toList());
  }

  private static Stream<ReportValue> headlines(Report report) {
    return report.values().stream().filter(value -> value.dimensions().isEmpty());
  }

  /** Figures of the table, each once. */
  private static List<String> lines(Report report, Locale country) {
    return report.values().stream().map(value -> written(value, country)).distinct().toList();
  }

  private static String written(ReportValue value, Locale country) {
    NumberFormat format = NumberFormat.getNumberInstance(country);
    format.setMinimumFractionDigits(Math.max(0, value.published().scale()));
    format.setMaximumFractionDigits(Math.max(0, value.published().scale()));
    return format.format(value.published());
  }

  private static String words(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document);
    }
  }

  private static List<BigDecimal> cells(Report report) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ReportWorkbook.write(report, consumer -> {}, out);
    try (ReadableWorkbook book =
        new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
      String name = report.request().language().equals(Locale.GERMAN) ? "Werte" : "Values";
      List<Row> rows = book.findSheet(name).orElseThrow().read();
      return rows.stream().skip(1).map(row -> row.getCellAsNumber(3).orElseThrow()).toList();
    }
  }
}
