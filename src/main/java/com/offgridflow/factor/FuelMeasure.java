package com.offgridflow.factor;

import com.offgridflow.activity.Unit;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;

/** What an amount of fuel is measured by, each with one unit to reckon in. */
enum FuelMeasure {
  MASS("kg"),
  VOLUME("m3"),
  GROSS_ENERGY("kWh"),
  NET_ENERGY("kWh-net");

  private final Unit unit;

  FuelMeasure(String symbol) {
    this.unit = Unit.of(symbol).orElseThrow();
  }

  Unit unit() {
    return unit;
  }

  /** The measure of this unit; energy in a unit without {@code -net} is gross. */
  static Optional<FuelMeasure> of(Unit unit) {
    return Arrays.stream(values()).filter(m -> unit.factorTo(m.unit).isPresent()).findFirst();
  }

  /** One of this unit, in the unit of the measure. */
  BigDecimal of1(Unit other) {
    return other.factorTo(unit).orElseThrow();
  }
}
