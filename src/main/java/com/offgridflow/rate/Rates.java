package com.offgridflow.rate;

import com.offgridflow.rate.Deflation.Deflated;
import com.offgridflow.rate.Exchange.Found;
import com.offgridflow.rate.Exchange.NotLoaded;
import com.offgridflow.rate.MoneyConversion.Missing;
import com.offgridflow.rate.MoneyConversion.Ready;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What money was worth: exchange rates and price indices of one state of knowledge.
 *
 * <p>Money is exchanged at the rate of when it was spent, then brought to the price year of the
 * factor by an index of the factor's currency: EPA's supply chain factors ask that spend be
 * adjusted to the dollar year that they are per. A missing exchange rate leaves no estimate. A
 * missing index leaves one that is flagged as not deflated, as a missing residual mix does: the
 * estimate stands, too high by the inflation since, and says so.
 */
public record Rates(ExchangeRates exchange, PriceIndices prices) {
  /** Nothing is loaded. */
  public static final Rates NONE =
      new Rates(new ExchangeRates(List.of()), new PriceIndices(List.of()));

  /**
   * @param from the currency that was spent
   * @param start first day of the period in which it was spent
   * @param end first day after it
   * @param to the currency of the factor
   * @param priceYear the year of the factor's prices, if it has one
   */
  public MoneyConversion convert(
      String from, LocalDate start, LocalDate end, String to, Optional<Integer> priceYear) {
    List<RateStep> steps = new ArrayList<>();
    if (!from.equals(to)) {
      Exchange rate = exchange.exchange(from, to, start, end);
      if (rate instanceof NotLoaded none) {
        return new Missing(none.message());
      }
      steps.add(((Found) rate).step());
    }
    List<String> gaps = new ArrayList<>();
    priceYear.ifPresent(year -> deflate(to, start.getYear(), year, steps, gaps));
    return new Ready(product(steps), List.copyOf(steps), List.copyOf(gaps));
  }

  private void deflate(String currency, int from, int to, List<RateStep> steps, List<String> gaps) {
    Deflation deflation = prices.deflate(currency, from, to);
    if (deflation instanceof Deflated deflated) {
      steps.add(deflated.step());
    } else if (deflation instanceof Deflation.NotLoaded none) {
      gaps.add(none.message());
    }
  }

  private static BigDecimal product(List<RateStep> steps) {
    return steps.stream()
        .map(RateStep::value)
        .reduce(BigDecimal.ONE, (a, b) -> a.multiply(b, MathContext.DECIMAL128));
  }
}
