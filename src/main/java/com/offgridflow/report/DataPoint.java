package com.offgridflow.report;

import java.util.List;
import java.util.Optional;

/**
 * One figure or text that a framework asks for.
 *
 * @param id unique within the framework, such as {@code E1-6.scope-1}
 * @param paragraph where the framework asks for it
 * @param label what it is called
 * @param concept local name of the taxonomy's element; empty where the taxonomy has none
 * @param unit unit of a figure: an id of the XBRL unit registry such as {@code tCO2e}, {@code
 *     {currency}} for the currency of the statement behind it, or a ratio of both; empty of a text
 * @param decimals digits after the point at publication, 0 to 9
 * @param dimensions its members on axes
 * @param measure how it gets its value
 * @param statement key of the tenant's statement that gives the value, or gives it where there are
 *     no records to compute it from
 * @param whenMissing what to say when it has none; empty for the general reason
 */
public record DataPoint(
    String id,
    String paragraph,
    Text label,
    Optional<String> concept,
    String unit,
    int decimals,
    List<Dimension> dimensions,
    Measure measure,
    Optional<String> statement,
    Optional<Text> whenMissing) {
  /** Stands in a unit for the currency of the statement that a figure rests on. */
  public static final String CURRENCY = "{currency}";

  public DataPoint {
    if (decimals < 0 || decimals > 9) {
      throw new IllegalArgumentException(
          "data point " + id + ": decimals must be 0 to 9, not " + decimals);
    }
    dimensions = dimensions.stream().sorted(Dimension.BY_AXIS).toList();
  }

  /** Whether it is words, not a figure. */
  public boolean words() {
    return measure instanceof Measure.StatedText;
  }

  /** Whether it only divides a value that the report may have, such as one Scope 3 category. */
  public boolean part() {
    return !dimensions.isEmpty()
        || measure instanceof Measure.EmissionSum sum
            && (sum.gas().isPresent() || sum.selection().category().isPresent());
  }
}
