package com.offgridflow.report.csv;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * A table as RFC 4180 CSV in UTF-8, safe to open in a spreadsheet: text that a spreadsheet would
 * run as a formula gets a leading apostrophe. Numbers are plain, so that they stay numbers.
 */
public final class CsvTable {
  private static final String FORMULA_STARTS = "=+-@\t\r";
  private final StringBuilder lines = new StringBuilder();

  public CsvTable(String... header) {
    row((Object[]) header);
  }

  /** Adds a row of texts and numbers. */
  public CsvTable row(Object... cells) {
    lines
        .append(Arrays.stream(cells).map(CsvTable::cell).collect(Collectors.joining(",")))
        .append("\r\n");
    return this;
  }

  /** The whole table. */
  public byte[] bytes() {
    return lines.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String cell(Object cell) {
    if (cell instanceof BigDecimal number) {
      return number.toPlainString();
    }
    return cell instanceof Number ? cell.toString() : quoted(harmless(cell.toString()));
  }

  private static String harmless(String text) {
    return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }

  private static String quoted(String text) {
    return text.chars().anyMatch(c -> ",\"\r\n\t'".indexOf(c) >= 0)
        ? '"' + text.replace("\"", "\"\"") + '"'
        : text;
  }
}
