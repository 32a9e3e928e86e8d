package com.offgridflow.emission.scope3;

import com.offgridflow.activity.ActivityKind;
import com.offgridflow.emission.formula.Formula;
import com.offgridflow.emission.formula.Spend;
import java.math.BigDecimal;

/** The method that several categories have in common where only money is known. */
final class SpendBased {
  private SpendBased() {}

  static Formula formula(
      String code, String numbers, Spend spend, ActivityKind first, ActivityKind... more) {
    return Formula.named(code, first, more)
        .method("spend-based")
        .expression("kg = money × exchange rate × price ratio × factor of the sector")
        .source(Guidance.formula(numbers))
        .takes("sector", "sector of a factor of kind spend, where the subject is none")
        .takes(
            "exchange_rate",
            "of the factor's currency for one of the activity's, for a rate of one's own")
        .takes("price_ratio", "prices of the factor's year over those of the activity's")
        .daily()
        .answeredBy(one -> spend.answer(one, BigDecimal.ONE));
  }
}
