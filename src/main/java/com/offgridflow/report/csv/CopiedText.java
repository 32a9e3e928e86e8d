package com.offgridflow.report.csv;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows as PostgreSQL copies them out, in UTF-8: cells apart by tabs, {@code \N} where nothing is
 * known, what would end a cell behind a backslash (PostgreSQL 18, SQL command COPY, text format).
 */
public final class CopiedText {
  private static final String ESCAPED = "bfnrtv";
  private static final String MEANT = "\b\f\n\r\t\u000b";

  private CopiedText() {}

  /** The cells of a row, null where nothing is known. */
  public static List<String> cells(byte[] row) {
    List<String> cells = new ArrayList<>();
    for (int start = 0; start < row.length; start++) {
      int end = start;
      boolean escaped = false;
      while (end < row.length && row[end] != '\t' && row[end] != '\n') {
        escaped |= row[end++] == '\\';
      }
      cells.add(escaped ? escaped(row, start, end) : text(row, start, end - start));
      start = end;
    }
    return cells;
  }

  private static String escaped(byte[] row, int start, int end) {
    byte[] text = new byte[end - start];
    int length = unescape(row, start, end, text);
    return length < 0 ? null : text(text, 0, length);
  }

  private static String text(byte[] bytes, int start, int length) {
    return new String(bytes, start, length, StandardCharsets.UTF_8);
  }

  static boolean unknown(byte[] row, int start, int end) {
    return end - start == 2 && row[start] == '\\' && row[start + 1] == 'N';
  }

  /**
   * Puts there what a cell means.
   *
   * @return how many bytes that is; -1 where nothing is known
   */
  static int unescape(byte[] row, int start, int end, byte[] text) {
    if (unknown(row, start, end)) {
      return -1;
    }
    int length = 0;
    for (int i = start; i < end; i++) {
      text[length++] = row[i] == '\\' ? meant(row[++i]) : row[i];
    }
    return length;
  }

  private static byte meant(byte escaped) {
    int known = ESCAPED.indexOf(escaped);
    return known < 0 ? escaped : (byte) MEANT.charAt(known);
  }
}
