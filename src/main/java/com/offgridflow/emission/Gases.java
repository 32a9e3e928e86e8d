package com.offgridflow.emission;

import com.offgridflow.factor.Amounts;
import com.offgridflow.factor.GwpSet;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Amounts of greenhouse gas in kg. Where the source gives CO2e only, the single gases are absent,
 * which is not zero.
 *
 * @param co2 fossil carbon dioxide
 * @param ch4 methane
 * @param n2o nitrous oxide
 * @param biogenicCo2 carbon dioxide from biomass, outside of CO2e (GHG Protocol, chapter 9)
 * @param otherGases each other gas, by its name in {@code gwp100.csv}
 * @param co2e all of them but biogenic CO2, weighted by global warming potential
 */
public record Gases(
    Optional<BigDecimal> co2,
    Optional<BigDecimal> ch4,
    Optional<BigDecimal> n2o,
    Optional<BigDecimal> biogenicCo2,
    Map<String, BigDecimal> otherGases,
    BigDecimal co2e) {

  public Gases {
    otherGases =
        otherGases.isEmpty()
            ? Map.of()
            : Collections.unmodifiableSortedMap(new TreeMap<>(otherGases));
  }

  /**
   * A factor's amounts as gases, weighted by the set where it tells the gases apart.
   *
   * @throws IllegalArgumentException when the set lacks one of its gases
   */
  public static Gases of(Amounts amounts, GwpSet gwp) {
    return new Gases(
        amounts.co2(),
        amounts.ch4(),
        amounts.n2o(),
        amounts.biogenicCo2(),
        amounts.otherGases(),
        amounts.value().orElseGet(() -> weighted(amounts, gwp)));
  }

  private static BigDecimal weighted(Amounts amounts, GwpSet gwp) {
    BigDecimal co2e =
        or0(amounts.co2())
            .add(or0(amounts.ch4()).multiply(gwp.ch4()))
            .add(or0(amounts.n2o()).multiply(gwp.n2o()));
    for (Map.Entry<String, BigDecimal> gas : amounts.otherGases().entrySet()) {
      co2e = co2e.add(gas.getValue().multiply(weight(gas.getKey(), gwp)));
    }
    return co2e;
  }

  private static BigDecimal weight(String gas, GwpSet gwp) {
    return gwp.gwp(gas)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "GWP set " + gwp.name() + " has no gas '" + gas + "'"));
  }

  /** CO2e of a source that gives nothing else. */
  public static Gases ofCo2e(BigDecimal co2e) {
    return new Gases(
        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Map.of(), co2e);
  }

  /** Each gas so many times. */
  public Gases times(BigDecimal factor) {
    return new Gases(
        times(co2, factor),
        times(ch4, factor),
        times(n2o, factor),
        times(biogenicCo2, factor),
        times(otherGases, factor),
        Decimals.times(co2e, factor));
  }

  /**
   * Both together. A single gas stays known only where both know it: part of it would read as all.
   */
  public Gases plus(Gases other) {
    boolean named = !otherGases.isEmpty() && !other.otherGases.isEmpty();
    Map<String, BigDecimal> others = new TreeMap<>(named ? otherGases : Map.of());
    (named ? other.otherGases : Map.<String, BigDecimal>of())
        .forEach((gas, kg) -> others.merge(gas, kg, BigDecimal::add));
    return new Gases(
        plus(co2, other.co2),
        plus(ch4, other.ch4),
        plus(n2o, other.n2o),
        plus(biogenicCo2, other.biogenicCo2),
        others,
        co2e.add(other.co2e));
  }

  private static Optional<BigDecimal> plus(Optional<BigDecimal> one, Optional<BigDecimal> other) {
    return one.flatMap(a -> other.map(a::add));
  }

  private static Optional<BigDecimal> times(Optional<BigDecimal> gas, BigDecimal factor) {
    return gas.isEmpty() ? gas : Optional.of(Decimals.times(gas.get(), factor));
  }

  private static Map<String, BigDecimal> times(Map<String, BigDecimal> gases, BigDecimal factor) {
    if (gases.isEmpty()) {
      return gases;
    }
    Map<String, BigDecimal> all = new TreeMap<>(gases);
    all.replaceAll((gas, kg) -> Decimals.times(kg, factor));
    return all;
  }

  private static BigDecimal or0(Optional<BigDecimal> gas) {
    return gas.orElse(BigDecimal.ZERO);
  }
}
