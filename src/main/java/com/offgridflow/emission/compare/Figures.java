package com.offgridflow.emission.compare;

import java.math.BigDecimal;

/**
 * Energy and emissions, to be added up.
 *
 * @param kwh energy in kWh
 * @param kgCo2e emissions in kg CO2e
 */
public record Figures(BigDecimal kwh, BigDecimal kgCo2e) {
  public static final Figures NONE = new Figures(BigDecimal.ZERO, BigDecimal.ZERO);

  public Figures plus(Figures other) {
    return new Figures(kwh.add(other.kwh), kgCo2e.add(other.kgCo2e));
  }

  public Figures minus(Figures other) {
    return new Figures(kwh.subtract(other.kwh), kgCo2e.subtract(other.kgCo2e));
  }
}
