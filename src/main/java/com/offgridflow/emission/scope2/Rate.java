package com.offgridflow.emission.scope2;

import java.math.BigDecimal;

/**
 * What one kWh of the instrument emitted where it was generated.
 *
 * @param kgCo2ePerKwh kg CO2e per kWh, biogenic CO2 not in it
 * @param kgBiogenicCo2PerKwh kg of CO2 from biomass per kWh, reported apart (Scope 2 Guidance,
 *     section 6.12)
 */
public record Rate(BigDecimal kgCo2ePerKwh, BigDecimal kgBiogenicCo2PerKwh) {
  public Rate {
    requireNotNegative("rate", kgCo2ePerKwh);
    requireNotNegative("biogenic rate", kgBiogenicCo2PerKwh);
  }

  public static Rate of(BigDecimal kgCo2ePerKwh) {
    return new Rate(kgCo2ePerKwh, BigDecimal.ZERO);
  }

  private static void requireNotNegative(String name, BigDecimal value) {
    if (value.signum() < 0) {
      throw new IllegalArgumentException(
          name + " must be 0 or more kg per kWh, not " + value.toPlainString());
    }
  }
}
