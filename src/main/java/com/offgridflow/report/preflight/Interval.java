package com.offgridflow.report.preflight;

import java.math.BigDecimal;

/**
 * The values that a rounded one may stand for: half a unit of its last digit to each side
 * (Calculations 1.1, section 4.2).
 */
record Interval(BigDecimal low, BigDecimal high) {
  private static final BigDecimal HALF = new BigDecimal("0.5");

  /** The interval of a fact that has a number; a point where its accuracy is not stated. */
  static Interval of(FiledFact fact) {
    BigDecimal value = fact.number().orElseThrow();
    BigDecimal half =
        fact.digits().map(digits -> HALF.scaleByPowerOfTen(-digits)).orElse(BigDecimal.ZERO);
    return new Interval(value.subtract(half), value.add(half));
  }

  Interval plus(Interval other) {
    return new Interval(low.add(other.low), high.add(other.high));
  }

  /** Weighted by a calculation's weight, which may be negative. */
  Interval times(BigDecimal weight) {
    BigDecimal one = low.multiply(weight);
    BigDecimal two = high.multiply(weight);
    return new Interval(one.min(two), one.max(two));
  }

  boolean meets(Interval other) {
    return low.compareTo(other.high) <= 0 && other.low.compareTo(high) <= 0;
  }
}
