package com.offgridflow.report;

import com.offgridflow.report.statement.Statement;
import java.math.BigDecimal;
import java.util.Optional;

/** What became of a data point. */
public sealed interface Finding {

  /**
   * A figure.
   *
   * @param exact unrounded, in {@code unit}
   * @param unit the data point's, with the currency filled in
   * @param accrued the part of it that rests on accruals, in {@code unit}
   * @param emissions how many emissions it rests on
   * @param provisional whether a part of it will be replaced by a better figure
   * @param stated the tenant's statement that it is; empty of what was computed
   */
  record Figure(
      BigDecimal exact,
      String unit,
      BigDecimal accrued,
      long emissions,
      boolean provisional,
      Optional<Statement> stated)
      implements Finding {

    /** A figure of complete records. */
    static Figure of(BigDecimal exact, String unit, long emissions) {
      return new Figure(exact, unit, BigDecimal.ZERO, emissions, false, Optional.empty());
    }

    Figure plus(Figure other) {
      return new Figure(
          exact.add(other.exact),
          unit,
          accrued.add(other.accrued),
          emissions + other.emissions,
          provisional || other.provisional,
          Optional.empty());
    }
  }

  /** Words, as the tenant states them. */
  record Words(Statement stated) implements Finding {}

  /**
   * Neither.
   *
   * @param reason why, in the report's language
   * @param remedy what would help
   */
  record Missing(String reason, Remedy remedy) implements Finding {}
}
