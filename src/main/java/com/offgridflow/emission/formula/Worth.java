package com.offgridflow.emission.formula;

import com.offgridflow.activity.Unit;
import java.math.BigDecimal;
import java.util.Optional;

/** What money is worth in the currency and prices that a factor per money is for. */
@FunctionalInterface
public interface Worth {
  /**
   * One of a currency in another; what was used is noted in the chain.
   *
   * @param one the activity: its day is the day of the rate
   * @param currency what was paid in
   * @param target currency of the factor
   * @param priceYear the factor's price year, where it has one
   * @throws Unplannable when there is no rate
   */
  BigDecimal of(Case one, Unit currency, Unit target, Optional<Integer> priceYear);

  /**
   * By the rate and price ratio that are told with the activity: {@code exchange_rate} (of the
   * factor's currency for one of the activity's) and {@code price_ratio} (prices of the factor's
   * year over those of the activity's; 1 when not told).
   */
  Worth AS_TOLD =
      (one, currency, target, priceYear) -> {
        BigDecimal ratio = one.given().optional("price_ratio", "1").orElse(BigDecimal.ONE);
        if (currency.equals(target)) {
          return ratio;
        }
        String unit = target.symbol() + "/" + currency.symbol();
        return one.given().divisor("exchange_rate", unit).multiply(ratio);
      };
}
