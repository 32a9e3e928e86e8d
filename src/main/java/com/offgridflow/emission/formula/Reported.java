package com.offgridflow.emission.formula;

import com.offgridflow.emission.Gases;
import com.offgridflow.factor.Factor;
import java.math.BigDecimal;
import java.util.Optional;

/** Emissions that a partner in the value chain computed and reported, in kg CO2e. */
public final class Reported {
  private Reported() {}

  /** One's share of them; empty for a quantity in another unit than kg CO2e. */
  public static Optional<Linear> answer(Case one, BigDecimal share) {
    if (!one.countsIn(Factor.KG_CO2E)) {
      return Optional.empty();
    }
    one.chain().compute("share", share, "1", "of the emissions reported");
    Taken reported = new Taken(Factor.KG_CO2E, Gases.ofCo2e(share));
    return Optional.of(one.answer("reported", reported));
  }
}
