package com.offgridflow.lake;

import java.nio.file.Path;

/**
 * A row that could not be read; the others of its file were.
 *
 * @param file the delivered file
 * @param row its number, the header being row 1; a quoted line break does not start a new row
 * @param column the header of the column, or empty when the row as a whole is malformed
 * @param value the bad value, or the start of the malformed row
 * @param expected what would have worked
 */
public record RejectedRow(Path file, long row, String column, String value, String expected) {

  private static final int SHOWN = 120;

  public RejectedRow {
    value = value.length() > SHOWN ? value.substring(0, SHOWN) + "..." : value;
  }

  public String message() {
    String where = file + ", row " + row + (column.isEmpty() ? "" : ", column " + column);
    String what = value.isEmpty() ? "has no value" : "'" + value + "' is not usable";
    return where + ": " + what + "; expected " + expected;
  }
}
