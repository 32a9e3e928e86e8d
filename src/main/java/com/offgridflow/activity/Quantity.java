package com.offgridflow.activity;

import java.math.BigDecimal;
import java.util.Optional;

/** An exact amount of something, with its unit. */
public record Quantity(BigDecimal amount, Unit unit) {

  /** The same quantity in another unit; empty when the dimensions differ. */
  public Optional<Quantity> to(Unit target) {
    return unit.factorTo(target).map(factor -> new Quantity(amount.multiply(factor), target));
  }

  @Override
  public String toString() {
    return amount.stripTrailingZeros().toPlainString() + " " + unit.symbol();
  }
}
