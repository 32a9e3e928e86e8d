package com.offgridflow.factor;

import java.math.BigDecimal;
import java.util.Map;

/**
 * What a refrigerant, an insulating or a fire-fighting gas consists of.
 *
 * @param name its usual name, e.g. {@code R-410A} or {@code SF6}
 * @param gases kg of each greenhouse gas in a kg of it, by the names of {@code gwp100.csv}
 * @param uncounted kg of what else is in a kg of it: hydrocarbons, ammonia, water. The IPCC gives
 *     none of them a GWP before AR6, where all are below 1; the GHG Protocol asks for none of them.
 */
public record Refrigerant(
    String name, Map<String, BigDecimal> gases, Map<String, BigDecimal> uncounted) {

  public Refrigerant {
    gases = Map.copyOf(gases);
    uncounted = Map.copyOf(uncounted);
    BigDecimal sum = sum(gases).add(sum(uncounted));
    if (sum.compareTo(BigDecimal.ONE) != 0) {
      throw new IllegalArgumentException(
          "the shares of " + name + " must add up to 1, not " + sum.toPlainString());
    }
  }

  private static BigDecimal sum(Map<String, BigDecimal> shares) {
    return shares.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
