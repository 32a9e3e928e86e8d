package com.offgridflow.report.sheet;

import com.offgridflow.report.EmissionRow;
import com.offgridflow.report.EmissionRows;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** All emissions, on as many sheets as their number asks for. */
final class EmissionSheets implements AutoCloseable {
  private final Workbook workbook;
  private final Map<String, String> words;
  private final int most;
  private SheetTable sheet;
  private int sheets;

  private EmissionSheets(Workbook workbook, Map<String, String> words, int most) {
    this.workbook = workbook;
    this.words = words;
    this.most = most;
    next();
  }

  /** Writes all rows; a sheet holds 1,048,576 with its header. */
  static void write(Workbook workbook, Map<String, String> words, EmissionRows rows) {
    write(workbook, words, rows, Worksheet.MAX_ROWS);
  }

  static void write(Workbook workbook, Map<String, String> words, EmissionRows rows, int most) {
    try (EmissionSheets sheets = new EmissionSheets(workbook, words, most)) {
      rows.each(sheets::add);
    }
  }

  @Override
  public void close() {
    sheet.close();
  }

  private void next() {
    sheets++;
    String name = words.get("sheetEmissions");
    sheet =
        new SheetTable(
            workbook,
            sheets == 1 ? name : name + " " + sheets,
            Column.number(words.get("emission")),
            Column.number(words.get("activity")),
            Column.day(words.get("firstDay")),
            Column.day(words.get("endDay")),
            Column.number(words.get("scopeColumn")),
            Column.number(words.get("categoryColumn")),
            Column.text(words.get("method"), 16),
            Column.text(words.get("component"), 14),
            Column.value("kg CO2e"),
            Column.value("kWh"),
            Column.text(words.get("kind"), 20),
            Column.text(words.get("supplier"), 18),
            Column.text(words.get("service"), 22),
            Column.text(words.get("site"), 22),
            Column.value(words.get("quantity")),
            Column.text(words.get("unit"), 12),
            Column.text(words.get("formula"), 18),
            Column.text(words.get("factorCount"), 30),
            Column.text(words.get("source"), 18),
            Column.text(words.get("recordKey"), 24),
            Column.number(words.get("version")),
            Column.text(words.get("evidenceObject"), 30),
            Column.text("SHA-256", 20),
            Column.text(words.get("locator"), 24));
  }

  private void add(EmissionRow row) {
    if (sheet.rows() == most) {
      sheet.close();
      next();
    }
    sheet.row(row.cells());
  }
}
