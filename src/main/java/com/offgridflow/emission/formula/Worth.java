package com.offgridflow.emission.formula;

import com.offgridflow.activity.Unit;
import com.offgridflow.emission.Decimals;
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
   * By what is told with the activity, {@code exchange_rate} (of the factor's currency for one of
   * the activity's) and {@code price_ratio} (prices of the factor's year over those of the
   * activity's); else by the rates that are loaded, see {@link Chain#takeMoney}.
   */
  Worth KNOWN =
      (one, currency, target, priceYear) -> {
        Optional<BigDecimal> ratio = one.given().optional("price_ratio", "1");
        Optional<Integer> year = ratio.isPresent() ? Optional.empty() : priceYear;
        if (currency.equals(target) || !one.given().has("exchange_rate")) {
          BigDecimal loaded = one.chain().takeMoney(currency, target, year);
          return Decimals.times(loaded, ratio.orElse(BigDecimal.ONE));
        }
        String unit = target.symbol() + "/" + currency.symbol();
        BigDecimal told = one.given().divisor("exchange_rate", unit);
        BigDecimal prices = one.chain().takeMoney(target, target, year);
        return Decimals.times(told, Decimals.times(prices, ratio.orElse(BigDecimal.ONE)));
      };
}
