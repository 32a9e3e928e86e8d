package com.offgridflow.emission.formula;

import com.offgridflow.activity.Unit;
import com.offgridflow.factor.FactorChoice.Chosen;
import com.offgridflow.factor.FactorKind;
import com.offgridflow.factor.FactorQuery;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Money by the factor of a sector. The money is the quantity where its unit is a currency, else the
 * cost. The sector is the detail {@code sector}, else the subject.
 */
public final class Spend {
  private final Worth worth;

  public Spend(Worth worth) {
    this.worth = worth;
  }

  /** Empty where no money is known. */
  public Optional<Linear> answer(Case one, BigDecimal share) {
    if (one.unit().isMoney()) {
      return Optional.of(
          Linear.of(one.ask(), one.unit(), one.part("spend", taken(one, one.unit(), share))));
    }
    if (one.ask().currency().isEmpty()) {
      return Optional.empty();
    }
    Unit paid = Unit.named(one.ask().currency());
    return Optional.of(Linear.ofCost(paid, one.part("spend", taken(one, paid, share))));
  }

  private Taken taken(Case one, Unit paid, BigDecimal share) {
    String sector = one.given().text("sector").orElse(one.subject());
    FactorQuery query =
        new FactorQuery(FactorKind.SPEND, sector, one.places(), one.ask().day(), Optional.empty());
    Unit per = one.chain().unitOf(query);
    Optional<Integer> year =
        one.library().choose(query) instanceof Chosen chosen
            ? chosen.factor().priceYear()
            : Optional.empty();
    BigDecimal rate = worth.of(one, paid, per, year);
    Taken perTarget = new Taken(per, one.chain().takeGases("sector", query, per, ""));
    return new Taken(paid, perTarget.gases().times(rate.multiply(share)));
  }
}
