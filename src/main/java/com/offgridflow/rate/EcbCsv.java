package com.offgridflow.rate;

import com.offgridflow.activity.Unit;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads the European Central Bank's euro foreign exchange reference rates, {@code
 * eurofxref-hist.csv}: a line a business day, newest first; a column a currency, units for one
 * euro; {@code N/A} where there was no rate; a comma at the end of each line. The file of a single
 * day, {@code eurofxref.csv}, writes the day in words, {@code 3 May 2024}.
 */
public final class EcbCsv {
  private static final Set<String> NO_RATE = Set.of("N/A", "");
  private static final DateTimeFormatter IN_WORDS =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

  private final String table;
  private final List<String> currencies = new ArrayList<>();
  private final List<ExchangeRate> rates = new ArrayList<>();
  private final Set<LocalDate> days = new HashSet<>();

  private EcbCsv(String table) {
    this.table = table;
  }

  /**
   * @param table the file's name, for messages
   * @throws RateFormatException naming table, line and value
   */
  public static List<ExchangeRate> read(String table, Reader reader) {
    EcbCsv csv = new EcbCsv(table);
    try (CSVParser parser = CSVFormat.RFC4180.parse(reader)) {
      parser.forEach(csv::line);
    } catch (IOException e) {
      throw new UncheckedIOException(table + " cannot be read", e);
    } catch (UncheckedIOException e) {
      throw new RateFormatException(table + " is no CSV as in RFC 4180: " + e.getMessage());
    }
    if (csv.rates.isEmpty()) {
      throw new RateFormatException(table + " has no rates; it should be eurofxref-hist.csv");
    }
    return List.copyOf(csv.rates);
  }

  private void line(CSVRecord cells) {
    if (cells.getRecordNumber() == 1) {
      header(cells);
      return;
    }
    LocalDate day = day(cells);
    if (!days.add(day)) {
      throw bad(cells, day + " occurs twice");
    }
    for (int i = 0; i < currencies.size(); i++) {
      rate(cells, day, i);
    }
  }

  private void header(CSVRecord cells) {
    if (!cells.get(0).strip().equals("Date")) {
      throw bad(cells, "'" + cells.get(0) + "' should be Date, the first column of the ECB's file");
    }
    for (int i = 1; i < cells.size(); i++) {
      String currency = cells.get(i).strip();
      if (!currency.isEmpty() && !Unit.named(currency).isMoney()) {
        throw bad(cells, "'" + currency + "' is no currency of ISO 4217, such as USD");
      }
      if (!currency.isEmpty() && currencies.contains(currency)) {
        throw bad(cells, currency + " occurs twice");
      }
      currencies.add(currency);
    }
  }

  private LocalDate day(CSVRecord cells) {
    String text = cells.get(0).strip();
    try {
      return text.contains(" ") ? LocalDate.parse(text, IN_WORDS) : LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw bad(cells, "'" + cells.get(0) + "' should be a day such as 2024-12-31");
    }
  }

  private void rate(CSVRecord cells, LocalDate day, int column) {
    String currency = currencies.get(column);
    String text = column + 1 < cells.size() ? cells.get(column + 1).strip() : "";
    if (currency.isEmpty() || NO_RATE.contains(text)) {
      return;
    }
    try {
      rates.add(ExchangeRate.of(currency, day, text));
    } catch (NumberFormatException e) {
      throw bad(cells, currency + " '" + text + "' should be a number such as 1.0389, or N/A");
    } catch (IllegalArgumentException e) {
      throw bad(cells, e.getMessage());
    }
  }

  private RateFormatException bad(CSVRecord cells, String message) {
    return new RateFormatException(table + " line " + cells.getRecordNumber() + ": " + message);
  }
}
