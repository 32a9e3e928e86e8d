package com.offgridflow.rate;

import com.offgridflow.rate.Exchange.Found;
import com.offgridflow.rate.Exchange.NotLoaded;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Dated exchange rates, immutable. Rates are published against the euro; any other pair goes by way
 * of it, to 34 significant digits.
 *
 * <p>A period of up to {@value #LONG_DAYS} days takes the rate of its first day, or of the last
 * business day before it, at most {@value #MAX_AGE_DAYS} days back (the ECB's longest gap is that
 * of Easter, four days). A longer one takes the mean of the daily rates within it, as the ECB
 * averages its months and years.
 */
public final class ExchangeRates {
  public static final int LONG_DAYS = 31;
  public static final int MAX_AGE_DAYS = 7;

  private static final String EURO = ExchangeRate.EURO;
  private static final String PUBLISHER = "ECB reference rate";

  private final Map<String, NavigableMap<LocalDate, BigDecimal>> perEuro = new HashMap<>();

  public ExchangeRates(Collection<ExchangeRate> rates) {
    for (ExchangeRate rate : rates) {
      perEuro
          .computeIfAbsent(rate.currency(), unused -> new TreeMap<>())
          .put(rate.day(), rate.perEuro());
    }
  }

  /** A currency's worth, with the days that it is from. */
  private record Worth(BigDecimal perEuro, String why) {}

  /**
   * The rate for money that was spent in a period.
   *
   * @param start first day
   * @param end first day after it
   */
  public Exchange exchange(String from, String to, LocalDate start, LocalDate end) {
    Optional<Worth> source = worth(from, start, end);
    Optional<Worth> target = worth(to, start, end);
    return source.isPresent() && target.isPresent()
        ? found(from, source.get(), to, target.get())
        : new NotLoaded(missing(source.isEmpty() ? from : to, start, end));
  }

  private static Exchange found(String from, Worth source, String to, Worth target) {
    BigDecimal rate = target.perEuro().divide(source.perEuro(), MathContext.DECIMAL128);
    return new Found(
        new RateStep("exchange rate", rate, to + "/" + from, why(from, source, to, target)));
  }

  private static String why(String from, Worth source, String to, Worth target) {
    if (from.equals(EURO)) {
      return target.why();
    }
    String ofSource = from + " " + source.perEuro().toPlainString() + " per EUR, " + source.why();
    return to.equals(EURO)
        ? ofSource
        : ofSource
            + "; "
            + to
            + " "
            + target.perEuro().toPlainString()
            + " per EUR, "
            + target.why();
  }

  private Optional<Worth> worth(String currency, LocalDate start, LocalDate end) {
    if (currency.equals(EURO)) {
      return Optional.of(new Worth(BigDecimal.ONE, ""));
    }
    NavigableMap<LocalDate, BigDecimal> rates = perEuro.getOrDefault(currency, new TreeMap<>());
    return isLong(start, end) ? mean(rates, start, end) : last(rates, start);
  }

  private static boolean isLong(LocalDate start, LocalDate end) {
    return start.plusDays(LONG_DAYS).isBefore(end);
  }

  private static Optional<Worth> last(NavigableMap<LocalDate, BigDecimal> rates, LocalDate day) {
    Map.Entry<LocalDate, BigDecimal> entry = rates.floorEntry(day);
    if (entry == null || entry.getKey().isBefore(day.minusDays(MAX_AGE_DAYS))) {
      return Optional.empty();
    }
    String why = PUBLISHER + " of " + entry.getKey();
    boolean sameDay = entry.getKey().equals(day);
    return Optional.of(
        new Worth(entry.getValue(), sameDay ? why : why + ", the last one before " + day));
  }

  private static Optional<Worth> mean(
      NavigableMap<LocalDate, BigDecimal> rates, LocalDate start, LocalDate end) {
    Collection<BigDecimal> within = rates.subMap(start, true, end, false).values();
    if (within.isEmpty()) {
      return Optional.empty();
    }
    BigDecimal sum = within.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal mean = sum.divide(BigDecimal.valueOf(within.size()), MathContext.DECIMAL128);
    String why = "mean of %d %ss from %s until %s";
    return Optional.of(new Worth(mean, why.formatted(within.size(), PUBLISHER, start, end)));
  }

  private String missing(String currency, LocalDate start, LocalDate end) {
    String when = isLong(start, end) ? "from " + start + " until " + end : "on " + start;
    return "no exchange rate of " + currency + " " + when + "; " + loaded(currency);
  }

  private String loaded(String currency) {
    if (perEuro.isEmpty()) {
      return "none are loaded: import the ECB's eurofxref-hist.csv";
    }
    NavigableMap<LocalDate, BigDecimal> rates = perEuro.get(currency);
    return rates == null
        ? "loaded are " + String.join(", ", new TreeSet<>(perEuro.keySet()))
        : "loaded are those from " + rates.firstKey() + " to " + rates.lastKey();
  }
}
