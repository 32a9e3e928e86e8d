package com.offgridflow.activity;

import java.math.BigDecimal;
import java.util.Optional;

/** A unit of measure by its symbol. */
public record Unit(String symbol) {

  /** The unit of this symbol, if the hub knows it. */
  public static Optional<Unit> of(String symbol) {
    return Optional.of(new Unit(symbol));
  }

  /** What one of this unit is in the target unit; empty when the dimensions differ. */
  public Optional<BigDecimal> factorTo(Unit target) {
    return equals(target) ? Optional.of(BigDecimal.ONE) : Optional.empty();
  }
}
