package com.offgridflow.activity;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import java.util.TreeMap;
import javax.measure.Unit;
import tech.units.indriya.function.RationalNumber;
import tech.units.indriya.unit.BaseUnit;
import tech.units.indriya.unit.UnitDimension;

/** Units by symbol, in the making. */
final class UnitTable {
  private final Map<String, Unit<?>> units = new TreeMap<>();

  /** First of the private-use characters, which no other library takes for a dimension. */
  private char nextDimension = '\uE000';

  /** Defines a symbol as an exact decimal multiple of a unit. */
  UnitTable define(String symbol, Unit<?> unit, String multiple) {
    BigDecimal exact = new BigDecimal(multiple);
    BigInteger divisor = BigInteger.TEN.pow(exact.scale());
    return define(symbol, unit.multiply(RationalNumber.of(exact.unscaledValue(), divisor)));
  }

  /** Defines a symbol as a unit. */
  UnitTable define(String symbol, Unit<?> unit) {
    if (units.put(symbol, unit) != null) {
      throw new IllegalStateException("unit '" + symbol + "' is defined twice");
    }
    return this;
  }

  /** A unit of a dimension of its own, which converts to nothing that is not made from it. */
  Unit<?> base(String symbol) {
    return new BaseUnit<>(symbol, UnitDimension.parse(nextDimension++));
  }

  Map<String, Unit<?>> units() {
    return units;
  }
}
