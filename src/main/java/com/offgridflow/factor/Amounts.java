package com.offgridflow.factor;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a factor says one of its unit amounts to: either one value in the factor's unit, or kg of
 * each gas where the publisher tells them apart. CO2 of biomass, which is no part of CO2e, may
 * stand with either or alone.
 *
 * @param value the one value, in the factor's unit
 * @param co2 kg of fossil carbon dioxide
 * @param ch4 kg of methane
 * @param n2o kg of nitrous oxide
 * @param biogenicCo2 kg of carbon dioxide from biomass, reported apart and outside of CO2e
 * @param otherGases kg of each other gas, by its name in {@code gwp100.csv}, e.g. {@code SF6}
 */
public record Amounts(
    Optional<BigDecimal> value,
    Optional<BigDecimal> co2,
    Optional<BigDecimal> ch4,
    Optional<BigDecimal> n2o,
    Optional<BigDecimal> biogenicCo2,
    Map<String, BigDecimal> otherGases) {

  public Amounts {
    otherGases =
        otherGases.isEmpty()
            ? Map.of()
            : Collections.unmodifiableSortedMap(new TreeMap<>(otherGases));
    boolean gases = co2.isPresent() || ch4.isPresent() || n2o.isPresent() || !otherGases.isEmpty();
    boolean any = gases || biogenicCo2.isPresent();
    if (value.isPresent() ? gases : !any) {
      throw new IllegalArgumentException(
          "a factor has either a value or gases (co2, ch4, n2o, other_gases), not "
              + (gases ? "both" : "neither")
              + "; biogenic_co2 may stand with either, or alone");
    }
  }

  /** One value in the factor's unit. */
  public static Amounts of(BigDecimal value) {
    return new Amounts(
        Optional.of(value),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Map.of());
  }

  public boolean perGas() {
    return value.isEmpty();
  }
}
