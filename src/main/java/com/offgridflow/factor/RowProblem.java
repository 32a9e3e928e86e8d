package com.offgridflow.factor;

/**
 * What is wrong with one cell of a factor table.
 *
 * @param row the row of data, the first one is 1; 0 for the file as a whole
 * @param field the column, or {@code file} or {@code header}
 * @param value what stands there
 * @param message says of the value what is wrong and what would have worked
 */
public record RowProblem(long row, String field, String value, String message) {
  private static final int LONGEST_VALUE = 200;

  public RowProblem {
    value = value.length() > LONGEST_VALUE ? value.substring(0, LONGEST_VALUE) + "…" : value;
  }

  static RowProblem shouldBe(long row, String field, String value, String wanted) {
    return new RowProblem(row, field, value, "should be " + wanted);
  }

  /** Place, value and remedy in one sentence. */
  public String sentence() {
    String where = row == 0 ? field : "row " + row + ", column " + field;
    return where + ": '" + value + "' " + message;
  }
}
