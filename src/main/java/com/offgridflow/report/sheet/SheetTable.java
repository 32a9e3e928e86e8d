package com.offgridflow.report.sheet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * One sheet with one table: a header that stays in view, a filter, cells by their types. Rows leave
 * memory as they are written. Text stays text whatever it begins with, since it is stored as such;
 * numbers have the fifteen digits of a spreadsheet.
 */
final class SheetTable implements AutoCloseable {
  private static final int FLUSH = 1000;
  private static final String HEADER_FILL = "1F4E5F";

  private static final int NONE = -1;

  private final Worksheet sheet;
  private final List<Column> columns;
  private final Set<String> formats = new HashSet<>();

  /** Of each column the first row of those whose format is still to be set, all at once. */
  private final int[] unformatted;

  private int rows = 1;

  SheetTable(Workbook workbook, String name, Column... columns) {
    this.sheet = workbook.newWorksheet(name);
    this.columns = List.of(columns);
    this.unformatted = new int[columns.length];
    Arrays.fill(unformatted, NONE);
    sheet.freezePane(0, 1);
    for (int i = 0; i < columns.length; i++) {
      sheet.width(i, columns[i].width());
      sheet.inlineString(0, i, columns[i].title());
    }
    sheet
        .range(0, 0, 0, columns.length - 1)
        .style()
        .bold()
        .fontColor("FFFFFF")
        .fillColor(HEADER_FILL)
        .wrapText(true)
        .set();
  }

  /** How many rows there are, the header among them. */
  int rows() {
    return rows;
  }

  /** Adds a row; an empty {@link Optional} leaves its cell empty. */
  void row(Object... cells) {
    for (int i = 0; i < cells.length; i++) {
      cell(i, cells[i] instanceof Optional<?> optional ? optional.orElse(null) : cells[i]);
    }
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
    format();
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
      format(column);
      if (value != null) {
        sheet.inlineString(rows, column, value.toString());
      }
      return;
    }
    formatted(column);
  }

  /** A format gets its number where it first comes up, so that cell has it set by itself. */
  private void formatted(int column) {
    if (formats.add(columns.get(column).format())) {
      format(rows, rows, column);
    } else if (unformatted[column] == NONE) {
      unformatted[column] = rows;
    }
  }

  private void format() {
    for (int column = 0; column < unformatted.length; column++) {
      format(column);
    }
  }

  private void format(int column) {
    if (unformatted[column] != NONE) {
      format(unformatted[column], rows - 1, column);
      unformatted[column] = NONE;
    }
  }

  private void format(int first, int last, int column) {
    sheet.range(first, column, last, column).style().format(columns.get(column).format()).set();
  }

  private void flush() {
    format();
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
