package com.offgridflow.cbam;

import com.offgridflow.activity.Unit;
import com.offgridflow.problem.Problem.Fault;
import com.offgridflow.table.Columns;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The cells of one row of goods; faults add up, so that all are said at once. */
final class GoodsRow {
  /** What fits into the digits of the registry, without sign or exponent. */
  private static final Pattern DECIMAL = Pattern.compile("\\d{1,10}([.]\\d{1,12})?");

  private final String place;
  private final Map<String, String> cells;
  private final List<Fault> faults = new ArrayList<>();

  GoodsRow(String place, Map<String, String> cells) {
    this.place = place;
    this.cells = cells;
  }

  GoodsRow(Columns.Row row) {
    this(row.place(), row.cells());
    faults.addAll(row.faults());
  }

  String place() {
    return place;
  }

  Map<String, String> cells() {
    return cells;
  }

  List<Fault> faults() {
    return faults;
  }

  void fault(String column, String wanted) {
    String said = has(column) ? "'" + text(column) + "'" : "is empty; it";
    faults.add(new Fault(column, text(column), column + " " + said + " " + wanted));
  }

  boolean has(String column) {
    return !text(column).isEmpty();
  }

  String text(String column) {
    return cells.getOrDefault(column, "").strip();
  }

  /** A text of 1 to {@code longest} characters. */
  String text(String column, int longest) {
    String text = text(column);
    if (text.isEmpty() || text.length() > longest) {
      fault(column, "should have 1 to %d characters".formatted(longest));
    }
    return text;
  }

  /** ISO 3166-1 alpha-2. */
  String country(String column) {
    String code = text(column).toUpperCase(Locale.ROOT);
    if (!List.of(Locale.getISOCountries()).contains(code)) {
      fault(column, "should be a country of ISO 3166-1 such as IN");
    }
    return code;
  }

  Optional<LocalDate> day(String column) {
    return parsed(column, "should be a day such as 2025-10-31", LocalDate::parse);
  }

  /** A decimal number that is not negative. */
  Optional<BigDecimal> amount(String column) {
    return parsed(column, "should be a number of 0 or more such as 12.5", GoodsRow::decimal);
  }

  /** A decimal number of more than 0. */
  Optional<BigDecimal> positive(String column) {
    String wanted = "should be a number of more than 0 such as 12.5";
    return parsed(column, wanted, GoodsRow::decimal)
        .filter(number -> number.signum() > 0 || refused(column, wanted));
  }

  /** How much of the wanted unit one of the unit in this cell is. */
  Optional<BigDecimal> factor(String column, String wanted) {
    Optional<BigDecimal> factor =
        Unit.of(text(column)).flatMap(unit -> unit.factorTo(Unit.named(wanted)));
    if (factor.isEmpty()) {
      fault(column, "should be " + wanted + " or a unit that converts to it");
    }
    return factor;
  }

  private <T> Optional<T> parsed(String column, String wanted, Function<String, T> parse) {
    try {
      return Optional.of(parse.apply(text(column)));
    } catch (DateTimeParseException | NumberFormatException e) {
      fault(column, wanted);
      return Optional.empty();
    }
  }

  private static BigDecimal decimal(String text) {
    if (!DECIMAL.matcher(text).matches()) {
      throw new NumberFormatException(text);
    }
    return new BigDecimal(text);
  }

  private boolean refused(String column, String wanted) {
    fault(column, wanted);
    return false;
  }
}
