package com.offgridflow.report;

import java.util.List;
import java.util.Optional;

/**
 * One figure that a framework asks for.
 *
 * @param id unique within the framework, such as {@code E1-6.scope-1}
 * @param paragraph where the framework asks for it
 * @param label what it is called
 * @param concept local name of the taxonomy's element; empty where the framework has no taxonomy
 * @param unit unit id in the XBRL unit registry, such as {@code tCO2e}
 * @param decimals digits after the point at publication, 0 to 9
 * @param dimensions its places on axes, one each
 * @param measure how it gets its value
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
    Optional<Text> whenMissing) {
  public DataPoint {
    dimensions = List.copyOf(dimensions);
    if (decimals < 0 || decimals > 9) {
      throw new IllegalArgumentException(
          "data point " + id + ": decimals must be 0 to 9, not " + decimals);
    }
  }
}
