package com.offgridflow.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * The value of one data point.
 *
 * @param dataPoint its id
 * @param paragraph where the framework asks for it
 * @param label what it is called, in the report's language
 * @param exact unrounded value in {@code unit}
 * @param unit unit id in the XBRL unit registry
 * @param decimals digits after the point at publication
 * @param concept local name of the taxonomy's element
 * @param dimension its place on an axis, if it has one
 * @param emissions how many emissions it sums up
 * @param total whether it sums other values of the report
 */
public record ReportValue(
    String dataPoint,
    String paragraph,
    String label,
    BigDecimal exact,
    String unit,
    int decimals,
    String concept,
    Optional<Dimension> dimension,
    long emissions,
    boolean total) {

  /** The one rounding of the hub: half away from zero, to the data point's decimals. */
  public static final RoundingMode PUBLICATION = RoundingMode.HALF_UP;

  /**
   * The value as published. A total is rounded from its own exact value, never summed from rounded
   * parts: each figure then lies within half a unit of its last digit of the exact one, which is
   * what XBRL Calculations 1.1 asks of a sum and its parts.
   */
  public BigDecimal published() {
    return exact.setScale(decimals, PUBLICATION);
  }
}
