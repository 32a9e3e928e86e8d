package com.offgridflow.factor;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads a factor table that somebody sent. Unlike {@link FactorCsv}, which gives up at the first
 * fault of a table that ships, it goes on and tells all of them at once.
 */
public final class EditionReader {
  private static final int MOST_PROBLEMS = 1000;
  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final String A_TABLE =
      "a table in UTF-8 with a header line, commas between cells and quotes as in RFC 4180";

  private final RowCheck check;
  private final UniqueRows unique = new UniqueRows();
  private final List<Factor> factors = new ArrayList<>();
  private final List<RowProblem> problems = new ArrayList<>();

  private EditionReader(Collection<String> kinds) {
    this.check = new RowCheck(kinds);
  }

  /**
   * @param kinds the kinds that a factor may have
   */
  public static EditionDraft read(byte[] bytes, Collection<String> kinds) {
    EditionReader reader = new EditionReader(kinds);
    reader.readBytes(bytes);
    return new EditionDraft(reader.factors, reader.problems);
  }

  private void readBytes(byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      boolean marked = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK;
      readText(new StringReader(marked ? text.substring(1) : text));
    } catch (CharacterCodingException e) {
      fileProblem("bytes that are not UTF-8", A_TABLE);
    }
  }

  private void readText(Reader text) {
    try (CSVParser parser = CsvRow.FORMAT.parse(text)) {
      if (headerIsSound(parser.getHeaderNames())) {
        readRows(parser);
      }
    } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
      fileProblem(e.getMessage(), A_TABLE);
    }
  }

  private boolean headerIsSound(List<String> header) {
    List<String> columns = List.of(FactorCsv.COLUMNS);
    if (header.size() == 1 && header.get(0).contains(";")) {
      problems.add(
          RowProblem.shouldBe(0, "header", header.get(0), "cells apart by ',', not by ';'"));
      return false;
    }
    columns.stream()
        .filter(column -> !header.contains(column))
        .forEach(column -> problems.add(RowProblem.shouldBe(0, "header", "", missing(column))));
    header.stream()
        .filter(column -> !columns.contains(column))
        .filter(column -> !FactorCsv.OPTIONAL_COLUMNS.contains(column))
        .forEach(column -> problems.add(RowProblem.shouldBe(0, "header", column, oneOf(column))));
    return problems.isEmpty();
  }

  private static String missing(String column) {
    return "a header with column '" + column + "' too; docs/factors.md lists them all";
  }

  private static String oneOf(String column) {
    return "a known column, such as "
        + String.join(" or ", Spelling.nearest(column, List.of(FactorCsv.COLUMNS)));
  }

  private void readRows(CSVParser parser) {
    long rows = 0;
    for (CSVRecord cells : parser) {
      rows++;
      read(new CsvRow("table", cells));
      if (problems.size() >= MOST_PROBLEMS) {
        fileProblem(
            "more than " + MOST_PROBLEMS + " problems", "better; the rest was not looked at");
        return;
      }
    }
    if (rows == 0) {
      fileProblem("no rows", "a table with at least one factor");
    }
  }

  private void read(CsvRow row) {
    List<RowProblem> found = check.problems(row);
    problems.addAll(found);
    if (found.isEmpty()) {
      Factor factor = FactorCsv.factor(row);
      Optional<RowProblem> clash = unique.add(row, factor);
      clash.ifPresent(problems::add);
      factors.add(factor);
    }
  }

  private void fileProblem(String value, String wanted) {
    problems.add(RowProblem.shouldBe(0, "file", String.valueOf(value), wanted));
  }
}
