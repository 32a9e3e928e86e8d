package com.offgridflow.report.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Stream;

/**
 * A scale from zero, or below it, with round steps of 1, 2 or 5 times a power of ten.
 *
 * @param from its lowest step
 * @param step between two lines
 * @param steps how many
 */
record Scale(BigDecimal from, BigDecimal step, int steps) {
  private static final int MOST = 5;
  private static final List<BigDecimal> ROUND =
      Stream.of(1, 2, 5, 10).map(BigDecimal::valueOf).toList();

  /** The scale that holds all values from the least to the greatest, and zero. */
  static Scale of(BigDecimal least, BigDecimal greatest) {
    BigDecimal low = least.min(BigDecimal.ZERO);
    BigDecimal high = greatest.max(BigDecimal.ZERO);
    BigDecimal step = step(high.subtract(low));
    BigDecimal from = low.divide(step, 0, RoundingMode.FLOOR).multiply(step);
    int steps = high.subtract(from).divide(step, 0, RoundingMode.CEILING).intValueExact();
    return new Scale(from, step, Math.max(1, steps));
  }

  /** Lines with the digits that their step needs, so that one has as many as the other. */
  Scale {
    step = step.stripTrailingZeros();
    step = step.setScale(Math.max(0, step.scale()));
    from = from.setScale(step.scale());
  }

  private static BigDecimal step(BigDecimal range) {
    if (range.signum() == 0) {
      return BigDecimal.ONE;
    }
    BigDecimal rough = range.divide(BigDecimal.valueOf(MOST), 20, RoundingMode.CEILING);
    BigDecimal power = BigDecimal.ONE.scaleByPowerOfTen(rough.precision() - rough.scale() - 1);
    return ROUND.stream()
        .map(power::multiply)
        .filter(candidate -> candidate.compareTo(rough) >= 0)
        .findFirst()
        .orElseThrow();
  }

  /** The value of a line, the lowest is 0. */
  BigDecimal line(int number) {
    return from.add(step.multiply(BigDecimal.valueOf(number)));
  }

  /** Where a value lies, 0 at the bottom and 1 at the top. */
  double place(BigDecimal value) {
    return value.subtract(from).doubleValue() / (step.doubleValue() * steps);
  }
}
