package com.offgridflow.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Sets the values of a report beside those of other periods. */
final class Comparisons {
  private static final BigDecimal PERCENT = BigDecimal.valueOf(100);

  private Comparisons() {}

  static List<Comparison> of(List<ReportValue> values, Collection<PastFigure> past) {
    return past.stream().map(figure -> of(figure, values)).toList();
  }

  private static Comparison of(PastFigure past, List<ReportValue> values) {
    Optional<BigDecimal> change =
        values.stream()
            .filter(value -> value.dataPoint().equals(past.dataPoint()))
            .filter(value -> value.unit().equals(past.unit()))
            .findFirst()
            .flatMap(value -> change(past.published(), value.published()));
    return new Comparison(
        past.dataPoint(), past.role(), past.period(), past.published(), change, past.source());
  }

  /** From one published value to the other in percent; of nothing there is no share. */
  private static Optional<BigDecimal> change(BigDecimal from, BigDecimal to) {
    return from.signum() == 0
        ? Optional.empty()
        : Optional.of(
            to.subtract(from).multiply(PERCENT).divide(from.abs(), MathContext.DECIMAL128));
  }
}
