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
import java.util.function.Function;
import org.dhatim.fastexcel.Workbook;

/** Renders a report as a workbook (Office Open XML), one sheet for each table. */
public final class ReportWorkbook {
  private static final String CLOUD = "cloud.";

  /** Speed before size: the rows of a year are packed while somebody waits for the report. */
  private static final int COMPRESSION = 2;

  private final Report report;
  private final Messages messages;
  private final Map<String, String> words;
  private final Workbook workbook;

  private ReportWorkbook(Report report, Workbook workbook) {
    this.report = report;
    this.messages = Messages.in(report.request().language());
    this.words = messages.words();
    this.workbook = workbook;
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
      ReportWorkbook sheets = new ReportWorkbook(report, workbook);
      sheets.values();
      sheets.groups();
      sheets.basis();
      EmissionSheets.write(workbook, sheets.words, emissions);
    }
  }

  private void values() {
    FigureSheets figures = new FigureSheets(report, messages, workbook);
    figures.values();
    figures.comparisons();
    figures.missing();
  }

  private void basis() {
    BasisSheets basis = new BasisSheets(report.basis(), words, workbook);
    basis.factors();
    basis.sources();
    basis.uncovered();
    basis.restatements();
  }

  private void groups() {
    List<BreakdownRow> all = report.basis().breakdown();
    List<BreakdownRow> scope3 = all.stream().filter(row -> row.category().isPresent()).toList();
    List<BreakdownRow> cloud = all.stream().filter(row -> row.kind().startsWith(CLOUD)).toList();
    groups("scopeColumn", all, row -> messages.get("scope", String.valueOf(row.scope())));
    groups("sheetCategories", scope3, this::category);
    groups("sheetSites", all, BreakdownRow::site);
    groups("sheetServices", cloud, BreakdownRow::service);
    breakdown(all);
    uncertainty();
  }

  private void uncertainty() {
    try (SheetTable sheet =
        new SheetTable(
            workbook,
            words.get("sheetUncertainty"),
            Column.text(words.get("scopeColumn"), 16),
            Column.value("kg CO2e"),
            Column.value(words.get("withInterval") + " (kg CO2e)"),
            Column.value(words.get("lowerBound") + " (95 %)"),
            Column.value(words.get("upperBound") + " (95 %)"),
            Column.value(words.get("dataQuality")))) {
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

  private void groups(
      String title, Collection<BreakdownRow> rows, Function<BreakdownRow, String> name) {
    try (SheetTable sheet =
        new SheetTable(
            workbook,
            words.get(title),
            Column.text(words.get(title), 44),
            Column.count(words.get("activities")),
            Column.amount("kg CO2e", 3),
            Column.amount("tCO2e", 3))) {
      for (EmissionGroup group : EmissionGroup.by(rows, name)) {
        BigDecimal tonnes = group.kgCo2e().movePointLeft(3);
        sheet.row(named(group.name()), group.activities(), group.kgCo2e(), tonnes);
      }
      sheet.sums(words.get("sum"));
    }
  }

  private void breakdown(Collection<BreakdownRow> rows) {
    try (SheetTable sheet =
        new SheetTable(
            workbook,
            words.get("sheetBreakdown"),
            Column.number(words.get("scopeColumn")),
            Column.number(words.get("categoryColumn")),
            Column.text(words.get("service"), 30),
            Column.text(words.get("site"), 30),
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
