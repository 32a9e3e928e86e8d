package com.offgridflow.activity;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.measure.IncommensurableException;
import javax.measure.Unit;
import tech.units.indriya.function.RationalNumber;

/** The units the hub converts, through JSR 385; docs/units.md lists them. */
final class KnownUnits {
  private static final Map<String, Unit<?>> UNITS = units();
  private static final Map<String, Map<String, Optional<BigDecimal>>> FACTORS =
      new ConcurrentHashMap<>();

  private KnownUnits() {}

  private static Map<String, Unit<?>> units() {
    UnitTable table = new UnitTable();
    EnergyUnits.define(table);
    MatterUnits.define(table);
    TransportUnits.define(table);
    CountUnits.define(table);
    ComputingUnits.define(table);
    return Collections.unmodifiableMap(table.units());
  }

  /** Whether this is a unit of measure or a currency. */
  static boolean contains(String symbol) {
    return symbol != null && (UNITS.containsKey(symbol) || Currencies.contains(symbol));
  }

  /** The units of measure, without the currencies. */
  static Set<String> symbols() {
    return UNITS.keySet();
  }

  static Optional<BigDecimal> factor(String from, String to) {
    Map<String, Optional<BigDecimal>> known = FACTORS.get(from);
    Optional<BigDecimal> factor = known == null ? null : known.get(to);
    return factor == null ? compute(from, to) : factor;
  }

  private static Optional<BigDecimal> compute(String from, String to) {
    if (!UNITS.containsKey(from) || !UNITS.containsKey(to)) {
      return Optional.empty();
    }
    return FACTORS
        .computeIfAbsent(from, unused -> new ConcurrentHashMap<>())
        .computeIfAbsent(to, target -> convert(UNITS.get(from), UNITS.get(target)));
  }

  private static Optional<BigDecimal> convert(Unit<?> from, Unit<?> to) {
    if (!from.isCompatible(to)) {
      return Optional.empty();
    }
    try {
      return Optional.of(decimal(from.getConverterToAny(to).convert(RationalNumber.ONE)));
    } catch (IncommensurableException e) {
      return Optional.empty();
    }
  }

  private static BigDecimal decimal(Number number) {
    if (number instanceof RationalNumber ratio) {
      return new BigDecimal(ratio.getDividend())
          .divide(new BigDecimal(ratio.getDivisor()), MathContext.DECIMAL128);
    }
    return new BigDecimal(number.toString());
  }
}
