package com.offgridflow.table;

import com.offgridflow.problem.Problem.Fault;
import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The columns of a table that people fill in, as CSV (RFC 4180) with a header that has them in any
 * order.
 */
public record Columns(List<String> required, List<String> optional) {
  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).setTrim(true).get();

  public Columns {
    required = List.copyOf(required);
    optional = List.copyOf(optional);
  }

  /**
   * A row of the table.
   *
   * @param place where it stands, such as {@code row 3}; the header is not counted
   * @param cells by column; a row may end before its last columns
   * @param faults what is wrong with the row as a whole
   */
  public record Row(String place, Map<String, String> cells, List<Fault> faults) {}

  /**
   * Hands over each row, in order.
   *
   * @throws IllegalArgumentException when it is no CSV, lacks a column, or has one that is unknown
   */
  public void read(Reader csv, Consumer<Row> rows) throws IOException {
    try (CSVParser parser = FORMAT.parse(withoutMark(csv))) {
      List<String> header = parser.getHeaderNames();
      check(header);
      for (CSVRecord row : parser) {
        rows.accept(row(row, header.size()));
      }
    } catch (UncheckedIOException e) {
      throw unreadable(e.getCause());
    } catch (CSVException | CharacterCodingException e) {
      throw unreadable(e);
    }
  }

  /** Spreadsheets put a mark in front, which is no part of the first column's name. */
  private static Reader withoutMark(Reader csv) throws IOException {
    PushbackReader marked = new PushbackReader(csv);
    int first = marked.read();
    if (first >= 0 && first != BYTE_ORDER_MARK) {
      marked.unread(first);
    }
    return marked;
  }

  private static Row row(CSVRecord row, int columns) {
    return new Row(
        "row " + row.getRecordNumber(),
        row.toMap(),
        row.size() <= columns ? List.of() : List.of(tooLong(row.size(), columns)));
  }

  /** A comma too many moves all that stands behind it to other columns. */
  private static Fault tooLong(int cells, int columns) {
    return new Fault(
        "",
        Integer.toString(cells),
        "the row has %d cells, the header %d; a cell with a comma in it should stand in quotes"
            .formatted(cells, columns));
  }

  private static IllegalArgumentException unreadable(IOException failure) throws IOException {
    if (failure instanceof CharacterCodingException) {
      return new IllegalArgumentException("the table is not in UTF-8; save it as CSV in UTF-8");
    }
    if (failure instanceof CSVException) {
      return new IllegalArgumentException(
          "the table is no CSV as in RFC 4180: " + failure.getMessage());
    }
    throw failure;
  }

  private void check(List<String> header) {
    for (String column : required) {
      if (!header.contains(column)) {
        throw new IllegalArgumentException(
            "the header lacks column '%s'; it has %s and needs %s"
                .formatted(column, header, required));
      }
    }
    Set<String> seen = new HashSet<>();
    for (String column : header) {
      if (!required.contains(column) && !optional.contains(column)) {
        throw new IllegalArgumentException(
            "column '%s' is not known; known are %s and %s".formatted(column, required, optional));
      }
      if (!seen.add(column)) {
        throw new IllegalArgumentException(
            "column '%s' stands twice in the header; take one of them out".formatted(column));
      }
    }
  }
}
