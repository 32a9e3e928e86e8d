package com.offgridflow.intake;

import java.math.BigDecimal;

/**
 * What a delivery has by one measure before and after it is delivered again.
 *
 * @param measure {@code activities}, {@code lines} or {@code cost}
 * @param unit currency of a cost, else empty
 * @param before in the version in force, not negative where anything can be said
 * @param after in the version that would replace it
 */
public record Shrinkage(String measure, String unit, BigDecimal before, BigDecimal after) {
  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  /** Less than half is left. A credit balance says nothing of how much there is. */
  public boolean byMoreThanHalf() {
    return before.signum() > 0 && after.multiply(TWO).compareTo(before) < 0;
  }

  @Override
  public String toString() {
    return "%s %s instead of %s%s"
        .formatted(
            measure,
            after.toPlainString(),
            before.toPlainString(),
            unit.isEmpty() ? "" : " " + unit);
  }
}
