package com.offgridflow.rate;

import com.offgridflow.rate.Deflation.Deflated;
import com.offgridflow.rate.Deflation.NotLoaded;
import com.offgridflow.rate.Deflation.SameYear;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Price indices, immutable. Where several measure one currency, the first by name that has both
 * years is taken; the step names it.
 */
public final class PriceIndices {
  private final List<PriceIndex> byName;

  public PriceIndices(Collection<PriceIndex> all) {
    byName = all.stream().sorted(Comparator.comparing(PriceIndex::name)).toList();
  }

  /**
   * Brings money of one year to the prices of another: amount × index(to) ÷ index(from).
   *
   * @param currency whose prices
   */
  public Deflation deflate(String currency, int from, int to) {
    if (from == to) {
      return new SameYear();
    }
    return of(currency).stream()
        .filter(index -> index.values().containsKey(from) && index.values().containsKey(to))
        .findFirst()
        .<Deflation>map(index -> new Deflated(step(index, from, to)))
        .orElseGet(() -> new NotLoaded(missing(currency, from, to)));
  }

  private static RateStep step(PriceIndex index, int from, int to) {
    BigDecimal now = index.values().get(from);
    BigDecimal then = index.values().get(to);
    return new RateStep(
        "deflation",
        then.divide(now, MathContext.DECIMAL128),
        "%s of %d/%s of %d".formatted(index.currency(), to, index.currency(), from),
        "%s: %s in %d ÷ %s in %d"
            .formatted(index.name(), then.toPlainString(), to, now.toPlainString(), from));
  }

  private String missing(String currency, int from, int to) {
    return "not deflated: no price index brings %s of %d to prices of %d; %s"
        .formatted(currency, from, to, loaded(currency));
  }

  private String loaded(String currency) {
    List<PriceIndex> loaded = of(currency);
    return loaded.isEmpty()
        ? "none is loaded for " + currency
        : loaded.stream()
            .map(i -> i.name() + " " + i.values().firstKey() + " to " + i.values().lastKey())
            .collect(Collectors.joining(", ", "loaded are ", ""));
  }

  private List<PriceIndex> of(String currency) {
    return byName.stream().filter(index -> index.currency().equals(currency)).toList();
  }
}
