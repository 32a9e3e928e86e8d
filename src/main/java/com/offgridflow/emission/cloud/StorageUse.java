package com.offgridflow.emission.cloud;

import com.offgridflow.activity.Unit;
import com.offgridflow.emission.formula.Ask;
import com.offgridflow.emission.formula.Chain;
import com.offgridflow.emission.formula.Linear;
import com.offgridflow.emission.formula.LinearEmission;
import com.offgridflow.emission.profile.Cause;
import com.offgridflow.factor.FactorKind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Storage at work, with the copies of its class. A month has 730 h, or, where the profile follows
 * the calendar, 24 h for each of its days.
 */
final class StorageUse {
  static final String EXPRESSION = "kWh = TB-h × Wh/TB-h × copies × PUE ÷ 1000";

  private static final Unit TB_HOUR = Unit.named("TB-h");

  /** TB of units that stand for a month. */
  private static final Map<String, BigDecimal> OF_MONTH =
      Map.of("GB-month", new BigDecimal("0.001"), "TB-month", BigDecimal.ONE);

  private StorageUse() {}

  /**
   * @param kind of the energy per TB-h
   */
  static Optional<Linear> plan(Chain chain, Ask ask, String kind) {
    CloudUse use = CloudUse.of(chain, ask);
    BigDecimal wh = use.coefficient(Cause.COEFFICIENTS, "storage", "Wh/TB-h", kind, "");
    BigDecimal kwh = wh.multiply(copies(use)).movePointLeft(3);
    LinearEmission emission = use.emission(kwh, EXPRESSION);
    BigDecimal terabytes = OF_MONTH.get(ask.unit().symbol());
    if (terabytes != null && use.part(Cause.MONTH).says("hours", "calendar")) {
      BigDecimal hours = BigDecimal.valueOf(24L * ask.day().lengthOfMonth());
      return Optional.of(
          new Linear(
              Linear.Amount.QUANTITY,
              TB_HOUR,
              terabytes.multiply(hours),
              List.of(emission),
              List.of()));
    }
    return Optional.of(Linear.of(ask, TB_HOUR, emission));
  }

  private static BigDecimal copies(CloudUse use) {
    Ask ask = use.ask();
    boolean known =
        use.library(Cause.REPLICATION).has(FactorKind.REPLICATION, ask.subject(), ask.provider());
    String name = known ? "copies of " + ask.subject() : "copies, provider's default";
    return use.coefficient(
        Cause.REPLICATION, name, "1", FactorKind.REPLICATION, known ? ask.subject() : "");
  }
}
