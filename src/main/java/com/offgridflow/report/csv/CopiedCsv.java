package com.offgridflow.report.csv;

import java.io.IOException;
import java.io.OutputStream;

/**
 * The CSV of {@link CsvTable}, made of rows of {@link CopiedText}. Bytes stay bytes, so that a
 * million rows cost no objects.
 */
final class CopiedCsv {
  private static final boolean[] ENDING = set("\t\n");
  private static final boolean[] SPECIAL = set("\\,\"'");
  private static final boolean[] QUOTED = set(CsvTable.QUOTED);
  private static final boolean[] FORMULA = set(CsvTable.FORMULA_STARTS);

  private final OutputStream out;
  private final boolean[] numbers;
  private byte[] row = new byte[0];
  private byte[] text = new byte[0];
  private int length;

  /**
   * A table without a header.
   *
   * @param numbers which columns are plain numbers; the others are text, kept from running as
   *     formulas
   */
  CopiedCsv(OutputStream out, boolean... numbers) {
    this.out = out;
    this.numbers = numbers;
  }

  /**
   * Adds a row.
   *
   * @throws IllegalArgumentException when it has not as many cells as there are columns
   */
  void row(byte[] copied) throws IOException {
    begin(copied.length);
    int column = 0;
    for (int start = 0; start < copied.length; column++) {
      start = cell(copied, start, column) + 1;
    }
    if (column != numbers.length) {
      throw new IllegalArgumentException(
          "a copied row has %d cells, the table %d columns".formatted(column, numbers.length));
    }
    row[length - 1] = '\r';
    put('\n');
    out.write(row, 0, length);
  }

  /** Of a cell of n bytes and its end come at most n doubled, two quotes, apostrophe and comma. */
  private void begin(int bytes) {
    if (text.length < bytes) {
      text = new byte[2 * bytes];
      row = new byte[3 * text.length + 2];
    }
    length = 0;
  }

  /** Adds a cell with the comma behind it, and says where the one in the row ends. */
  private int cell(byte[] copied, int start, int column) {
    boolean special = in(FORMULA, copied[start]);
    int end = start;
    while (end < copied.length && !in(ENDING, copied[end])) {
      special |= in(SPECIAL, copied[end++]);
    }
    if (special && !number(column)) {
      text(CopiedText.unescape(copied, start, end, text));
    } else if (!CopiedText.unknown(copied, start, end)) {
      System.arraycopy(copied, start, row, length, end - start);
      length += end - start;
    }
    put(',');
    return end;
  }

  private boolean number(int column) {
    return column < numbers.length && numbers[column];
  }

  private void text(int size) {
    boolean formula = size > 0 && in(FORMULA, text[0]);
    boolean quotes = formula;
    for (int i = 0; i < size; i++) {
      quotes |= in(QUOTED, text[i]);
    }
    if (quotes) {
      quoted(size, formula);
    } else if (size > 0) {
      System.arraycopy(text, 0, row, length, size);
      length += size;
    }
  }

  private void quoted(int size, boolean formula) {
    put('"');
    if (formula) {
      put('\'');
    }
    for (int i = 0; i < size; i++) {
      if (text[i] == '"') {
        put('"');
      }
      put(text[i]);
    }
    put('"');
  }

  private void put(int character) {
    row[length++] = (byte) character;
  }

  private static boolean in(boolean[] set, byte character) {
    return set[character & 0xFF];
  }

  private static boolean[] set(String characters) {
    boolean[] set = new boolean[256];
    characters.chars().forEach(character -> set[character] = true);
    return set;
  }
}
