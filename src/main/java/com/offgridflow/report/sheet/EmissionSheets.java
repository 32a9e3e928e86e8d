package com.offgridflow.report.sheet;

import com.offgridflow.report.EmissionRow;
import com.offgridflow.report.EmissionRows;
import com.offgridflow.report.Messages;
import java.util.Map;
import org.dhatim.fastexcel.Worksheet;

/** All emissions, on as many sheets as their number asks for. */
final class EmissionSheets implements AutoCloseable {
  private final Book book;
  private final Messages messages;
  private final Map<String, String> words;
  private final int most;
  private SheetTable sheet;
  private int sheets;

  private EmissionSheets(Book book, Messages messages, int most) {
    this.book = book;
    this.messages = messages;
    this.words = messages.words();
    this.most = most;
    next();
  }

  /** Writes all rows; a sheet holds 1,048,576 with its header. */
  static void write(Book book, Messages messages, EmissionRows rows) {
    write(book, messages, rows, Worksheet.MAX_ROWS);
  }

  static void write(Book book, Messages messages, EmissionRows rows, int most) {
    try (EmissionSheets sheets = new EmissionSheets(book, messages, most)) {
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
            book,
            sheets == 1 ? name : name + " " + sheets,
            Column.number(words.get("emission")),
            Column.number(words.get("activity")),
            Column.day(words.get("firstDay")),
            Column.day(words.get("endDay")),
            Column.number(words.get("scopeColumn")),
            Column.number(words.get("categoryColumn")),
            Column.text(words.get("method"), 18),
            Column.text(words.get("component"), 20),
            Column.figure("kg CO2e", 6),
            Column.figure("kWh", 6),
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
    sheet.row(row.in(messages).cells());
  }
}
