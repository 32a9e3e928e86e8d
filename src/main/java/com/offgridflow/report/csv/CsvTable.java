package com.offgridflow.report.csv;

import java.io.IOException;
import java.io.UncheckedIOException;
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
  private final Appendable lines;

  /** A table in memory. */
  public CsvTable(String... header) {
    this(new StringBuilder(), header);
  }

  /** A table that goes where its rows are written to. */
  CsvTable(Appendable lines, String... header) {
    this.lines = lines;
    row((Object[]) header);
  }

  /** Adds a row of texts and numbers. */
  public CsvTable row(Object... cells) {
    try {
      lines
          .append(Arrays.stream(cells).map(CsvTable::cell).collect(Collectors.joining(",")))
          .append("\r\n");
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException("the table cannot be written", e);
    }
  }

  /** The whole table, where it is in memory. */
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
