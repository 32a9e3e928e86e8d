package com.offgridflow.emission.cloud;

import com.offgridflow.activity.Unit;
import com.offgridflow.emission.formula.Ask;
import com.offgridflow.emission.formula.Chain;
import com.offgridflow.emission.formula.Linear;
import com.offgridflow.emission.formula.LinearEmission;
import com.offgridflow.emission.profile.Cause;
import com.offgridflow.factor.FactorKind;
import java.math.BigDecimal;
import java.util.Optional;

/** Storage at work, with the copies of its class. */
final class StorageUse {
  static final String EXPRESSION = "kWh = TB-h × Wh/TB-h × copies × PUE ÷ 1000";

  private static final Unit TB_HOUR = Unit.named("TB-h");

  private StorageUse() {}

  /**
   * @param kind of the energy per TB-h
   */
  static Optional<Linear> plan(Chain chain, Ask ask, String kind) {
    CloudUse use = CloudUse.of(chain, ask);
    ByteAmount terabytes = ByteAmount.of(use, "storage", TB_HOUR);
    BigDecimal wh = use.coefficient(Cause.COEFFICIENTS, "storage", "Wh/TB-h", kind, "");
    BigDecimal kwh = wh.multiply(copies(use)).movePointLeft(3);
    LinearEmission emission = use.emission(kwh, EXPRESSION);
    return terabytes.linear(emission);
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
