package com.offgridflow.rate;

import com.offgridflow.activity.Unit;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads price indices from a table {@code index,currency,year,value}, one row a year. The hub ships
 * none: whoever deflates chooses by what.
 */
public final class PriceIndexCsv {
  private static final List<String> COLUMNS = List.of("index", "currency", "year", "value");
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

  private PriceIndexCsv() {}

  /**
   * @param table the file's name, for messages
   * @throws RateFormatException naming table, line, column and value
   */
  public static List<PriceIndex> read(String table, Reader reader) {
    Map<String, PriceIndex> indices = new LinkedHashMap<>();
    try (CSVParser parser = FORMAT.parse(reader)) {
      if (!parser.getHeaderNames().containsAll(COLUMNS)) {
        throw new RateFormatException(
            table + " has columns " + parser.getHeaderNames() + "; it should have " + COLUMNS);
      }
      parser.forEach(row -> add(table, row, indices));
    } catch (IOException e) {
      throw new UncheckedIOException(table + " cannot be read", e);
    } catch (UncheckedIOException e) {
      throw new RateFormatException(table + " is no CSV as in RFC 4180: " + e.getMessage());
    }
    return new ArrayList<>(indices.values());
  }

  private static void add(String table, CSVRecord row, Map<String, PriceIndex> indices) {
    String name = row.get("index").strip();
    String currency = row.get("currency").strip();
    if (name.isEmpty()) {
      throw bad(table, row, "index", "a name such as US CPI-U");
    }
    if (!currency.matches("[A-Z]{3}") || !Unit.named(currency).isMoney()) {
      throw bad(table, row, "currency", "a currency of ISO 4217, such as USD");
    }
    PriceIndex before = indices.get(name);
    if (before != null && !before.currency().equals(currency)) {
      throw bad(table, row, "currency", before.currency() + ", as in the rows before");
    }
    TreeMap<Integer, BigDecimal> values =
        before == null ? new TreeMap<>() : new TreeMap<>(before.values());
    if (values.put(year(table, row), value(table, row)) != null) {
      throw bad(table, row, "year", "a year that '" + name + "' does not have yet");
    }
    indices.put(name, new PriceIndex(name, currency, values));
  }

  private static int year(String table, CSVRecord row) {
    if (!row.get("year").strip().matches("[12]\\d{3}")) {
      throw bad(table, row, "year", "a year such as 2024");
    }
    return Integer.parseInt(row.get("year").strip());
  }

  private static BigDecimal value(String table, CSVRecord row) {
    try {
      BigDecimal value = new BigDecimal(row.get("value").strip());
      if (value.signum() > 0) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw bad(table, row, "value", "a number such as 313.689");
    }
    throw bad(table, row, "value", "more than 0");
  }

  private static RateFormatException bad(
      String table, CSVRecord row, String column, String wanted) {
    return new RateFormatException(
        "%s row %d, column %s: '%s' should be %s"
            .formatted(table, row.getRecordNumber(), column, row.get(column), wanted));
  }
}
