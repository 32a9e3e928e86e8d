package com.offgridflow.emission.cloud;

import com.offgridflow.activity.Unit;
import com.offgridflow.emission.Gases;
import com.offgridflow.emission.formula.Ask;
import com.offgridflow.emission.formula.Chain;
import com.offgridflow.emission.formula.Linear;
import com.offgridflow.emission.formula.Outcomes;
import com.offgridflow.emission.formula.Unplannable;
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
  static final String RATE = "exchange_rate";
  static final String RATIO = "price_ratio";

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
    Gases perPaid = perMoney.times(rate(chain, ask, paid, per)).times(ratio(chain, ask));
    return Optional.of(
        Linear.ofCost(paid, chain.emission("spend", perPaid, Optional.empty(), EXPRESSION)));
  }

  private static BigDecimal rate(Chain chain, Ask ask, Unit paid, Unit per) {
    String unit = per.symbol() + "/" + paid.symbol();
    return paid.equals(per)
        ? chain.compute("exchange rate", BigDecimal.ONE, unit, "paid in the factor's currency")
        : chain.compute("exchange rate", told(ask, RATE), unit, "told with the activity");
  }

  private static BigDecimal ratio(Chain chain, Ask ask) {
    return ask.details().containsKey(RATIO)
        ? chain.compute("price ratio", told(ask, RATIO), "1", "told with the activity")
        : chain.compute("price ratio", BigDecimal.ONE, "1", "none told: prices as paid");
  }

  private static BigDecimal told(Ask ask, String detail) {
    String text = ask.details().getOrDefault(detail, "");
    try {
      BigDecimal number = new BigDecimal(text);
      if (number.signum() > 0) {
        return number;
      }
    } catch (NumberFormatException e) {
      // said below, with what would have worked
    }
    String wanted = "a number above 0 such as 1.08, for a cost in " + ask.currency();
    throw new Unplannable(Outcomes.invalid(ask.kind(), detail, text, wanted));
  }
}
