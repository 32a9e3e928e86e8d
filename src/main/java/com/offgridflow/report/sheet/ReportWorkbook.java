package com.offgridflow.report.sheet;

import com.offgridflow.report.BreakdownRow;
import com.offgridflow.report.Confidence;
import com.offgridflow.report.EmissionRows;
import com.offgridflow.report.Messages;
import com.offgridflow.report.Report;
import com.offgridflow.report.ScopeConfidence;
import com.offgridflow.report.view.EmissionGroup;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dhatim.fastexcel.Workbook;

/** Renders a report as a workbook (Office Open XML), one sheet for each table. */
public final class ReportWorkbook {
  private static final String CLOUD = "cloud.";

  /** Speed before size: the rows of a year are packed while somebody waits for the report. */
  private static final int COMPRESSION = 2;

  private final Report report;
  private final Messages messages;
  private final Map<String, String> words;
  private final Book book;

  private ReportWorkbook(Report report, Workbook workbook) {
    this.report = report;
    this.messages = Messages.in(report.request().language());
    this.words = messages.words();
    this.book = Book.of(report, messages, workbook);
  }

  /**
   * Writes the workbook and leaves the stream open.
   *
   * @param emissions all emissions of the report, which are written as they come
   */
  public static void write(Report report, EmissionRows emissions, OutputStream out)
      throws IOException {
    try (Workbook workbook = new Workbook(out, "OffGridFlow Hub", "1.0")) {
      workbook.setCompressionLevel(COMPRESSION);
      workbook.setGlobalDefaultFont("Arial", 10);
      ReportWorkbook sheets = new ReportWorkbook(report, workbook);
      sheets.about();
      sheets.values();
      sheets.groups();
      sheets.basis();
      EmissionSheets.write(sheets.book, sheets.messages, emissions);
    }
  }

  private void about() {
    new AboutSheet(report, messages, book).write();
  }

  private void values() {
    FigureSheets figures = new FigureSheets(report, messages, book);
    figures.values();
    figures.texts();
    figures.comparisons();
    figures.missing();
  }

  private void basis() {
    BasisSheets basis = new BasisSheets(report.basis(), words, book);
    basis.factors();
    basis.sources();
    basis.uncovered();
    basis.restatements();
  }

  private void groups() {
    List<BreakdownRow> all = report.basis().breakdown();
    List<BreakdownRow> scope3 = all.stream().filter(row -> row.category().isPresent()).toList();
    List<BreakdownRow> cloud = all.stream().filter(row -> row.kind().startsWith(CLOUD)).toList();
    groups("scopeColumn", EmissionGroup.byScope(all, messages));
    groups("sheetCategories", EmissionGroup.by(scope3, this::category));
    groups("sheetSites", EmissionGroup.by(all, BreakdownRow::site));
    groups("sheetServices", EmissionGroup.by(cloud, BreakdownRow::service));
    breakdown(all);
    uncertainty();
  }

  private void uncertainty() {
    try (SheetTable sheet =
        new SheetTable(
            book,
            words.get("sheetUncertainty"),
            Column.text(words.get("scopeColumn"), 16),
            Column.figure("kg CO2e", 3),
            Column.figure(words.get("withInterval") + " (kg CO2e)", 3),
            Column.figure(words.get("lowerBound") + " (95 %)", 3),
            Column.figure(words.get("upperBound") + " (95 %)", 3),
            Column.figure(words.get("dataQuality"), 1))) {
      report.basis().confidence().forEach(each -> uncertainty(sheet, each));
    }
  }

  /** Exact to the gram, for bounds are roots. */
  private void uncertainty(SheetTable sheet, ScopeConfidence each) {
    Confidence confidence = each.confidence();
    boolean known = confidence.knownKg().signum() != 0;
    sheet.row(
        each.scope().map(scope -> messages.get("scope", scope.toString())).orElse(words.get("sum")),
        confidence.totalKg(),
        confidence.knownKg(),
        known ? Optional.of(gram(confidence.lower())) : Optional.empty(),
        known ? Optional.of(gram(confidence.upper())) : Optional.empty(),
        confidence.quality());
  }

  private static BigDecimal gram(BigDecimal kilograms) {
    return kilograms.setScale(3, RoundingMode.HALF_UP);
  }

  private String category(BreakdownRow row) {
    int number = row.category().orElseThrow();
    return number + " " + messages.get("category." + number);
  }

  private void groups(String title, List<EmissionGroup> groups) {
    try (SheetTable sheet =
        new SheetTable(
            book,
            words.get(title),
            Column.words(words.get(title), 44),
            Column.count(words.get("activities")),
            Column.amount("kg CO2e", 3),
            Column.amount("tCO2e", 3))) {
      for (EmissionGroup group : groups) {
        BigDecimal tonnes = group.kgCo2e().movePointLeft(3);
        sheet.row(named(group.name()), group.activities(), group.kgCo2e(), tonnes);
      }
      sheet.sums(words.get("sum"));
    }
  }

  private void breakdown(Collection<BreakdownRow> rows) {
    try (SheetTable sheet =
        new SheetTable(
            book,
            words.get("sheetBreakdown"),
            Column.number(words.get("scopeColumn")),
            Column.number(words.get("categoryColumn")),
            Column.words(words.get("service"), 30),
            Column.words(words.get("site"), 30),
            Column.text(words.get("kind"), 24),
            Column.text(words.get("accruedColumn"), 12),
            Column.count(words.get("activities")),
            Column.amount("kg CO2e", 3))) {
      rows.stream()
          .sorted(Comparator.comparing(BreakdownRow::kgCo2e).reversed())
          .forEach(row -> breakdown(sheet, row));
      sheet.sums(words.get("sum"));
    }
  }

  private void breakdown(SheetTable sheet, BreakdownRow row) {
    sheet.row(
        row.scope(),
        row.category(),
        row.service(),
        row.site(),
        messages.kind(row.kind()),
        words.get(row.accrued() ? "yes" : "no"),
        row.activities(),
        row.kgCo2e());
  }

  private String named(String name) {
    return name.isEmpty() ? words.get("notStated") : name;
  }
}
