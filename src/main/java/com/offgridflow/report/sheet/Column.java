package com.offgridflow.report.sheet;

import java.math.BigDecimal;

/**
 * A column of a sheet.
 *
 * @param title in its first row
 * @param width in characters
 * @param format of its numbers and dates, as spreadsheets write formats; empty where each number
 *     has its own digits
 * @param summed whether a row of sums has one for it
 * @param wrapped whether text goes on in the next line where it is wider than the column
 */
record Column(String title, double width, String format, boolean summed, boolean wrapped) {
  private static final String GENERAL = "General";
  private static final String WHOLE = "#,##0";
  private static final String OWN_DIGITS = "";

  /** Digits after the point that a cell shows; it holds all. */
  private static final int MOST_DIGITS = 12;

  /** Codes and short names, on one line. */
  static Column text(String title, double width) {
    return new Column(title, width, GENERAL, false, false);
  }

  /** Sentences and names that may be long. */
  static Column words(String title, double width) {
    return new Column(title, width, GENERAL, false, true);
  }

  /** Whole numbers that can be summed. */
  static Column count(String title) {
    return new Column(title, 14, WHOLE, true, false);
  }

  /** Whole numbers that name something. */
  static Column number(String title) {
    return new Column(title, 11, "0", false, false);
  }

  /** Figures that can be summed. */
  static Column amount(String title, int digits) {
    return new Column(title, 18, format(digits), true, false);
  }

  /** Figures with the same digits that have no sum. */
  static Column figure(String title, int digits) {
    return new Column(title, 18, format(digits), false, false);
  }

  /** Figures of different units, each with its own digits, which have no sum. */
  static Column value(String title) {
    return new Column(title, 18, OWN_DIGITS, false, false);
  }

  static Column day(String title) {
    return new Column(title, 12, "yyyy-mm-dd", false, false);
  }

  static Column moment(String title) {
    return new Column(title, 19, "yyyy-mm-dd hh:mm:ss", false, false);
  }

  /** Whether it holds figures, which stand to the right. */
  boolean figures() {
    return !format.equals(GENERAL);
  }

  /** How a number of this column is shown. */
  String formatOf(Object value) {
    if (!format.equals(OWN_DIGITS)) {
      return format;
    }
    return value instanceof BigDecimal number
        ? format(Math.max(0, Math.min(number.scale(), MOST_DIGITS)))
        : WHOLE;
  }

  /** How many lines the content of a cell takes; one where it is not wrapped. */
  int linesOf(Object value) {
    return wrapped && value != null ? lines(value.toString()) : 1;
  }

  /** How many lines a text takes in this column, whose width is in digits; letters are narrower. */
  int lines(String text) {
    return text.lines().mapToInt(line -> 1 + (int) ((line.length() - 1) / width)).sum();
  }

  private static String format(int digits) {
    return digits == 0 ? WHOLE : WHOLE + "." + "0".repeat(digits);
  }
}
