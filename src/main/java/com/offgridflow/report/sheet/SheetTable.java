package com.offgridflow.report.sheet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.dhatim.fastexcel.Worksheet;

/**
 * One sheet with one table: a header that stays in view, a filter, cells by their types, and a look
 * on paper. Rows leave memory as they are written. Text stays text whatever it begins with, since
 * it is stored as such; numbers have the fifteen digits of a spreadsheet.
 */
final class SheetTable implements AutoCloseable {
  private static final int FLUSH = 1000;

  /** Height of a line in points. */
  private static final double LINE = 15;

  private static final String HEADER_FILL = "1F4E5F";

  private final Worksheet sheet;
  private final List<Column> columns;
  private final CellLooks looks;
  private int rows = 1;

  SheetTable(Book book, String name, Column... columns) {
    this.columns = List.of(columns);
    this.sheet = book.sheet(name, this.columns);
    this.looks = new CellLooks(sheet, this.columns);
    sheet.freezePane(0, 1);
    header();
  }

  private void header() {
    for (int i = 0; i < columns.size(); i++) {
      Column column = columns.get(i);
      sheet.width(i, column.width());
      sheet.inlineString(0, i, column.title());
      sheet
          .style(0, i)
          .bold()
          .fontColor("FFFFFF")
          .fillColor(HEADER_FILL)
          .wrapText(true)
          .verticalAlignment("top")
          .horizontalAlignment(column.figures() ? "right" : "left")
          .set();
    }
    grow(0, columns.stream().mapToInt(column -> column.lines(column.title())).max().orElse(1));
  }

  /** How many rows there are, the header among them. */
  int rows() {
    return rows;
  }

  /** Adds a row; an empty {@link Optional} leaves its cell empty. */
  void row(Object... cells) {
    int lines = 1;
    for (int i = 0; i < cells.length; i++) {
      Object value = cells[i] instanceof Optional<?> optional ? optional.orElse(null) : cells[i];
      cell(i, value);
      lines = Math.max(lines, columns.get(i).linesOf(value));
    }
    grow(rows, lines);
    rows++;
    if (rows % FLUSH == 0) {
      flush();
    }
  }

  /** Adds a row of formulas that sum the columns which can be summed; none below an empty table. */
  void sums(String label) {
    if (rows == 1) {
      return;
    }
    sheet.inlineString(rows, 0, label);
    for (int i = 1; i < columns.size(); i++) {
      if (columns.get(i).summed()) {
        String letter = letters(i);
        sheet.formula(rows, i, "SUM(" + letter + "2:" + letter + rows + ")");
        sheet.style(rows, i).format(columns.get(i).format()).bold().set();
      }
    }
    sheet.style(rows, 0).bold().set();
  }

  @Override
  public void close() {
    looks.set(rows);
    sheet.setAutoFilter(0, 0, Math.max(1, rows - 1), columns.size() - 1);
    try {
      sheet.finish();
    } catch (IOException e) {
      throw new UncheckedIOException("sheet " + sheet.getName() + " cannot be written", e);
    }
  }

  private void cell(int column, Object value) {
    if (value instanceof Number number) {
      sheet.value(rows, column, number);
    } else if (value instanceof LocalDate day) {
      sheet.value(rows, column, day);
    } else if (value instanceof Instant moment) {
      sheet.value(rows, column, moment.atZone(java.time.ZoneOffset.UTC).toLocalDateTime());
    } else {
      text(column, value);
      return;
    }
    looks.figure(rows, column, columns.get(column).formatOf(value));
  }

  private void text(int column, Object value) {
    if (value == null) {
      looks.empty(rows, column);
      return;
    }
    sheet.inlineString(rows, column, value.toString());
    looks.text(rows, column, columns.get(column).wrapped());
  }

  /** Not every program that opens a workbook makes room for lines by itself. */
  private void grow(int row, int lines) {
    if (lines > 1) {
      sheet.rowHeight(row, Math.min(lines * LINE, Worksheet.MAX_ROW_HEIGHT));
    }
  }

  private void flush() {
    looks.set(rows);
    try {
      sheet.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("sheet " + sheet.getName() + " cannot be written", e);
    }
  }

  /** A for 0, Z for 25, AA for 26. */
  private static String letters(int column) {
    String last = String.valueOf((char) ('A' + column % 26));
    return column < 26 ? last : letters(column / 26 - 1) + last;
  }
}
