package com.offgridflow.emission.formula;

import com.offgridflow.factor.Factor;
import com.offgridflow.factor.Uncertainty;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How far the figures of a chain can be trusted.
 *
 * <p>The interval is that of a product of independent lognormal figures: the squares of their
 * logarithms add up on each side (IPCC 2006 Guidelines, volume 1, chapter 3, equation 3.1, in
 * logarithms so that a range need not be symmetric). It is stated only where every factor taken has
 * one: the interval of some of the figures would pass for that of all. The detail {@code
 * uncertainty} adds that of the quantity. Warming potentials are taken as exact.
 */
final class Confidence {
  private static final String QUANTITY = "uncertainty";

  private final Ask ask;
  private final List<Factor> factors = new ArrayList<>();
  private final List<Optional<Uncertainty>> intervals = new ArrayList<>();

  Confidence(Ask ask) {
    this.ask = ask;
  }

  void add(Factor factor) {
    factors.add(factor);
    intervals.add(factor.uncertainty());
  }

  /** A factor that was told with the activity, with its interval where that was told too. */
  void addTold(String detail) {
    intervals.add(parsed(detail));
  }

  Optional<Uncertainty> uncertainty() {
    Optional<Uncertainty> quantity = parsed(QUANTITY);
    if (intervals.stream().anyMatch(Optional::isEmpty)) {
      return Optional.empty();
    }
    List<Uncertainty> all = new ArrayList<>(intervals.stream().flatMap(Optional::stream).toList());
    quantity.ifPresent(all::add);
    return all.stream().reduce(Uncertainty::times);
  }

  /** Mean of the five indicators, 1 (very good) to 4 (poor). */
  BigDecimal dataQuality() {
    return new DataQuality(ask, factors).score();
  }

  private Optional<Uncertainty> parsed(String detail) {
    try {
      return Optional.ofNullable(ask.details().get(detail)).map(Uncertainty::parse);
    } catch (IllegalArgumentException e) {
      throw new Unplannable(
          Outcomes.invalid(
              ask.kind(),
              "details." + detail,
              ask.details().get(detail),
              "a range around 1 such as 0.95..1.05, or such as gsd 1.2"));
    }
  }
}
