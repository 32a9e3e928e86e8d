package com.offgridflow.factor;

import com.offgridflow.activity.Unit;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** One row of a table, read column by column; complaints name table, line, column and value. */
record CsvRow(String table, CSVRecord cells) {
  static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

  /** All rows of a table with a header line. */
  static List<CsvRow> read(String table, Reader reader, String... columns) {
    try (CSVParser parser = FORMAT.parse(reader)) {
      requireColumns(table, parser.getHeaderNames(), columns);
      return parser.stream().map(cells -> new CsvRow(table, cells)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(table + " cannot be read", e);
    } catch (UncheckedIOException | IllegalArgumentException e) {
      throw new FactorFormatException(table + " is no CSV as in RFC 4180: " + e.getMessage());
    }
  }

  private static void requireColumns(String table, List<String> found, String... columns) {
    for (String column : columns) {
      if (!found.contains(column)) {
        throw new FactorFormatException(
            table + " lacks column '" + column + "'; expected " + Arrays.toString(columns));
      }
    }
  }

  String text(String column) {
    if (!cells.isConsistent()) {
      throw new FactorFormatException(
          where() + " has " + cells.size() + " cells, not as many as the header");
    }
    return cells.get(column);
  }

  String required(String column) {
    String text = text(column);
    if (text.isBlank()) {
      throw bad(column, "a text that is not empty");
    }
    return text;
  }

  /** The text of a column that the table may lack or leave empty. */
  Optional<String> optional(String column) {
    return cells.isMapped(column)
        ? Optional.of(text(column)).filter(text -> !text.isBlank())
        : Optional.empty();
  }

  Optional<BigDecimal> number(String column) {
    String text = text(column);
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(text));
    } catch (NumberFormatException e) {
      throw bad(column, "a decimal number such as 0.45");
    }
  }

  BigDecimal requiredNumber(String column) {
    return number(column).orElseThrow(() -> bad(column, "a decimal number such as 0.45"));
  }

  Optional<LocalDate> date(String column) {
    String text = text(column);
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException e) {
      throw bad(column, "a date such as 2024-01-31, or nothing");
    }
  }

  Unit unit(String column) {
    String symbol = text(column);
    return Unit.of(symbol)
        .orElseThrow(() -> bad(column, "a unit that is known; " + Unit.remedy(symbol)));
  }

  FactorFormatException bad(String column, String wanted) {
    RowProblem problem = RowProblem.shouldBe(cells.getRecordNumber(), column, text(column), wanted);
    return new FactorFormatException(table + " " + problem.sentence(), problem);
  }

  String where() {
    return table + " row " + cells.getRecordNumber();
  }
}
