package com.offgridflow.report.sheet;

/**
 * A column of a sheet.
 *
 * @param title in its first row
 * @param width in characters
 * @param format of its numbers and dates, as spreadsheets write formats
 * @param summed whether a row of sums has one for it
 */
record Column(String title, double width, String format, boolean summed) {
  private static final String GENERAL = "General";

  static Column text(String title, double width) {
    return new Column(title, width, GENERAL, false);
  }

  /** Whole numbers that can be summed. */
  static Column count(String title) {
    return new Column(title, 14, "#,##0", true);
  }

  /** Whole numbers that name something. */
  static Column number(String title) {
    return new Column(title, 11, "0", false);
  }

  /** Figures that can be summed. */
  static Column amount(String title, int digits) {
    return new Column(title, 18, digits == 0 ? "#,##0" : "#,##0." + "0".repeat(digits), true);
  }

  /** Figures of different units, which have no sum. */
  static Column value(String title) {
    return new Column(title, 18, "#,##0.######", false);
  }

  static Column day(String title) {
    return new Column(title, 12, "yyyy-mm-dd", false);
  }

  static Column moment(String title) {
    return new Column(title, 19, "yyyy-mm-dd hh:mm:ss", false);
  }
}
