package com.offgridflow.factor.edition;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/**
 * A cell in which a factor differs from its predecessor.
 *
 * @param field its column in the factor table
 * @param before empty when the predecessor has nothing there
 * @param after empty when the factor has nothing there
 * @param ratio after divided by before, to six significant digits, where both are numbers and
 *     before is not zero
 */
public record Difference(
    String field, Optional<String> before, Optional<String> after, Optional<BigDecimal> ratio) {
  private static final MathContext RATIO = new MathContext(6);

  /** Of two texts; empty when they are the same. */
  static Optional<Difference> of(String field, Optional<String> before, Optional<String> after) {
    return before.equals(after)
        ? Optional.empty()
        : Optional.of(new Difference(field, before, after, Optional.empty()));
  }

  /** Of two figures; empty when they are equal, however many zeros they end in. */
  static Optional<Difference> ofFigures(
      String field, Optional<BigDecimal> before, Optional<BigDecimal> after) {
    if (before.isPresent() && after.isPresent() && before.get().compareTo(after.get()) == 0) {
      return Optional.empty();
    }
    Optional<BigDecimal> ratio =
        before.filter(old -> old.signum() != 0).flatMap(old -> after.map(now -> ratio(now, old)));
    return of(field, before.map(BigDecimal::toPlainString), after.map(BigDecimal::toPlainString))
        .map(found -> new Difference(field, found.before(), found.after(), ratio));
  }

  private static BigDecimal ratio(BigDecimal after, BigDecimal before) {
    return after.divide(before, RATIO);
  }
}
