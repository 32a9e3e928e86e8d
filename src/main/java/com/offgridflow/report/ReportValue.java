package com.offgridflow.report;

import com.fasterxml.jackson.annotation.JsonInclude;
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
 * @param accrued the part of it that rests on accruals, unrounded in {@code unit}; empty for none
 * @param previous the value that was published before a restatement; empty where there was none
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
    boolean total,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<BigDecimal> accrued,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<BigDecimal> previous) {

  /** The one rounding of the hub: half away from zero, to the data point's decimals. */
  public static final RoundingMode PUBLICATION = RoundingMode.HALF_UP;

  /** The same value, beside the one that it replaces. */
  ReportValue replacing(BigDecimal published) {
    return new ReportValue(
        dataPoint,
        paragraph,
        label,
        exact,
        unit,
        decimals,
        concept,
        dimension,
        emissions,
        total,
        accrued,
        Optional.of(published));
  }

  /** The accrued part as published. */
  public Optional<BigDecimal> publishedAccrued() {
    return accrued.map(part -> part.setScale(decimals, PUBLICATION));
  }

  /**
   * The value as published. A total is rounded from its own exact value, never summed from rounded
   * parts: each figure then lies within half a unit of its last digit of the exact one, which is
   * what XBRL Calculations 1.1 asks of a sum and its parts.
   */
  public BigDecimal published() {
    return exact.setScale(decimals, PUBLICATION);
  }
}
