package com.offgridflow.cbam;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Emissions of one tonne of goods, or one MWh of electricity, in t CO2e.
 *
 * @param direct from processes over which the producer has control, precursors' included
 * @param indirect from the generation of electricity that production consumes, precursors' included
 */
public record SpecificEmissions(BigDecimal direct, BigDecimal indirect) {
  public SpecificEmissions {
    if (direct.signum() < 0 || indirect.signum() < 0) {
      throw new IllegalArgumentException(
          "specific embedded emissions should be 0 or more, not %s direct and %s indirect"
              .formatted(direct.toPlainString(), indirect.toPlainString()));
    }
  }

  SpecificEmissions plus(SpecificEmissions other) {
    return new SpecificEmissions(direct.add(other.direct), indirect.add(other.indirect));
  }

  SpecificEmissions times(BigDecimal quantity) {
    return new SpecificEmissions(direct.multiply(quantity), indirect.multiply(quantity));
  }

  SpecificEmissions per(BigDecimal quantity) {
    return new SpecificEmissions(
        direct.divide(quantity, MathContext.DECIMAL128),
        indirect.divide(quantity, MathContext.DECIMAL128));
  }

  /** Direct and indirect ones. */
  public BigDecimal total() {
    return direct.add(indirect);
  }
}
