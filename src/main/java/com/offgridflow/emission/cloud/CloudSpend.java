package com.offgridflow.emission.cloud;

import com.offgridflow.activity.Unit;
import com.offgridflow.emission.Gases;
import com.offgridflow.emission.formula.Ask;
import com.offgridflow.emission.formula.Chain;
import com.offgridflow.emission.formula.Linear;
import com.offgridflow.factor.FactorChoice.Chosen;
import com.offgridflow.factor.FactorKind;
import com.offgridflow.factor.FactorQuery;
import com.offgridflow.factor.Places;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What cloud use cost, by the factor of NAICS 518210: computing infrastructure, data processing,
 * web hosting and related services. The factor is for US prices, wherever the use was.
 */
final class CloudSpend {
  static final String EXPRESSION =
      "kg = cost × price ratio × exchange rate × kg per money of sector";
  static final String SECTOR = "518210";

  private CloudSpend() {}

  /** Empty where no cost is known. */
  static Optional<Linear> plan(Chain chain, Ask ask) {
    if (ask.currency().isEmpty()) {
      return Optional.empty();
    }
    Unit paid = Unit.named(ask.currency());
    FactorQuery query =
        new FactorQuery(
            FactorKind.SPEND,
            ask.details().getOrDefault("sector", SECTOR),
            List.of("US", Places.WORLD),
            ask.day(),
            Optional.empty());
    Unit per = chain.unitOf(query);
    Gases perMoney = chain.takeGases("sector", query, per, "");
    Gases perPaid = perMoney.times(worth(chain, ask, query, per));
    return Optional.of(
        Linear.ofCost(paid, chain.emission("spend", perPaid, Optional.empty(), EXPRESSION)));
  }

  private static BigDecimal worth(Chain chain, Ask ask, FactorQuery query, Unit per) {
    Optional<Integer> prices =
        chain.basis().library().choose(query) instanceof Chosen chosen
            ? chosen.factor().priceYear()
            : Optional.empty();
    return chain.takeMoney(Unit.named(ask.currency()), per, prices);
  }
}
