package com.offgridflow.report.csv;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A table as RFC 4180 CSV in UTF-8, safe to open in a spreadsheet: text that a spreadsheet would
 * run as a formula gets a leading apostrophe. Numbers are plain, so that they stay numbers.
 */
public final class CsvTable {
  static final String FORMULA_STARTS = "=+-@\t\r";
  static final String QUOTED = ",\"\r\n\t'";
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

  /** Adds a row of texts and numbers; an empty {@link Optional} leaves its cell empty. */
  public CsvTable row(Object... cells) {
    try {
      for (int i = 0; i < cells.length; i++) {
        if (i > 0) {
          lines.append(',');
        }
        append(cells[i]);
      }
      lines.append("\r\n");
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException("the table cannot be written", e);
    }
  }

  /** The whole table, where it is in memory. */
  public byte[] bytes() {
    return lines.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void append(Object cell) throws IOException {
    if (cell instanceof Optional<?> optional) {
      if (optional.isPresent()) {
        append(optional.get());
      }
    } else if (cell instanceof BigDecimal number) {
      lines.append(number.toPlainString());
    } else if (cell instanceof Number) {
      lines.append(cell.toString());
    } else {
      text(harmless(cell.toString()));
    }
  }

  private static String harmless(String text) {
    return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }

  private void text(String text) throws IOException {
    if (needsQuotes(text)) {
      lines.append('"').append(text.replace("\"", "\"\"")).append('"');
    } else {
      lines.append(text);
    }
  }

  private static boolean needsQuotes(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (QUOTED.indexOf(text.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }
}
