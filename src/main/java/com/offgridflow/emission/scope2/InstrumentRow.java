package com.offgridflow.emission.scope2;

import com.offgridflow.activity.Unit;
import com.offgridflow.problem.Problem.Fault;
import com.offgridflow.table.Columns;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The cells of one row; what is wrong with any of them is noted, so that all is said at once. */
final class InstrumentRow {
  private static final Unit KWH = Unit.named("kWh");

  /** With an exponent of more digits, a number of a few characters would fill the memory. */
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?\\d{1,18}([.]\\d{1,18})?([eE][+-]?\\d{1,2})?");

  private final Map<String, String> cells;
  private final List<Fault> faults;

  InstrumentRow(Columns.Row row) {
    this.cells = row.cells();
    this.faults = new ArrayList<>(row.faults());
  }

  List<Fault> faults() {
    return faults;
  }

  String text(String column) {
    String value = cells.get(column);
    return value == null ? "" : value.strip();
  }

  String required(String column, String wanted) {
    String text = text(column);
    if (text.isEmpty()) {
      fault(column, "is empty; it should be " + wanted);
    }
    return text;
  }

  /** A cell by its code. */
  <T> Optional<T> code(String column, Function<String, Optional<T>> codes, List<String> known) {
    Optional<T> found = codes.apply(text(column));
    if (found.isEmpty()) {
      fault(column, "should be one of " + known);
    }
    return found;
  }

  Optional<BigDecimal> number(String column) {
    String text = text(column);
    if (!text.isEmpty() && !NUMBER.matcher(text).matches()) {
      fault(column, "should be a decimal number such as 1234.5");
      return Optional.empty();
    }
    return text.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(text));
  }

  Optional<LocalDate> day(String column) {
    String text = text(column);
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException e) {
      fault(column, "should be a day such as 2024-01-31");
      return Optional.empty();
    }
  }

  /** What one of the energy unit in this cell is in kWh. */
  Optional<BigDecimal> kwhPer(String column, String symbol) {
    Optional<BigDecimal> factor = Unit.of(symbol).flatMap(unit -> unit.factorTo(KWH));
    if (factor.isEmpty()) {
      fault(column, "should be a unit of energy such as kWh, MWh or GJ");
    }
    return factor;
  }

  void fault(String column, String message) {
    String text = text(column);
    faults.add(
        new Fault(column, text, column + (text.isEmpty() ? " " : " '" + text + "' ") + message));
  }
}
