package com.offgridflow.emission;

import com.offgridflow.factor.Amounts;
import com.offgridflow.factor.GwpSet;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Amounts of greenhouse gas in kg. Where the source gives CO2e only, the single gases are absent,
 * which is not zero.
 *
 * @param co2 fossil carbon dioxide
 * @param ch4 methane
 * @param n2o nitrous oxide
 * @param biogenicCo2 carbon dioxide from biomass, outside of CO2e (GHG Protocol, chapter 9)
 * @param co2e all of them but biogenic CO2, weighted by global warming potential
 */
public record Gases(
    Optional<BigDecimal> co2,
    Optional<BigDecimal> ch4,
    Optional<BigDecimal> n2o,
    Optional<BigDecimal> biogenicCo2,
    BigDecimal co2e) {

  /** A factor's amounts as gases, weighted by the set where it tells the gases apart. */
  public static Gases of(Amounts amounts, GwpSet gwp) {
    BigDecimal co2e =
        amounts
            .value()
            .orElseGet(
                () ->
                    or0(amounts.co2())
                        .add(or0(amounts.ch4()).multiply(gwp.ch4()))
                        .add(or0(amounts.n2o()).multiply(gwp.n2o())));
    return new Gases(amounts.co2(), amounts.ch4(), amounts.n2o(), amounts.biogenicCo2(), co2e);
  }

  /** CO2e of a source that gives nothing else. */
  public static Gases ofCo2e(BigDecimal co2e) {
    return new Gases(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), co2e);
  }

  /** Each gas so many times. */
  public Gases times(BigDecimal factor) {
    return new Gases(
        times(co2, factor),
        times(ch4, factor),
        times(n2o, factor),
        times(biogenicCo2, factor),
        Decimals.times(co2e, factor));
  }

  private static Optional<BigDecimal> times(Optional<BigDecimal> gas, BigDecimal factor) {
    return gas.isEmpty() ? gas : Optional.of(Decimals.times(gas.get(), factor));
  }

  private static BigDecimal or0(Optional<BigDecimal> gas) {
    return gas.orElse(BigDecimal.ZERO);
  }
}
