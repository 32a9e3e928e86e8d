package com.offgridflow.activity;

import static tech.units.indriya.AbstractUnit.ONE;
import static tech.units.indriya.unit.Units.CUBIC_METRE;
import static tech.units.indriya.unit.Units.HOUR;
import static tech.units.indriya.unit.Units.JOULE;
import static tech.units.indriya.unit.Units.KILOGRAM;
import static tech.units.indriya.unit.Units.WATT;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Collections;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import javax.measure.IncommensurableException;
import javax.measure.Unit;
import tech.units.indriya.function.RationalNumber;
import tech.units.indriya.unit.BaseUnit;
import tech.units.indriya.unit.UnitDimension;

/**
 * The units the hub converts, defined through JSR 385. Definitions: NIST Special Publication 811
 * (2008), Appendix B (British thermal unit IT 1055.05585262 J, pound 0.45359237 kg, US gallon
 * 3.785411784 L, cubic foot 0.028316846592 m3, short ton 2000 lb); a therm is 100,000 Btu as in US
 * gas billing and 40 CFR 98; scf, ccf and Mcf are cubic feet at the standard conditions of the
 * factor they meet, taken as plain volume.
 *
 * <p>Bytes are decimal under SI prefixes and binary under IEC prefixes (IEC 80000-13). A month of
 * storage is 730 h, a twelfth of 8,760 h: a unit cannot know its month, and over a year the sum is
 * right.
 */
final class KnownUnits {
  private static final long HOURS_PER_MONTH = 730;

  private static final Map<String, Unit<?>> UNITS = new TreeMap<>();
  private static final Map<String, Map<String, Optional<BigDecimal>>> FACTORS =
      new ConcurrentHashMap<>();

  static {
    energyAndPower();
    volumeAndMass();
    computing();
    currencies();
  }

  private KnownUnits() {}

  static boolean contains(String symbol) {
    return symbol != null && UNITS.containsKey(symbol);
  }

  static Set<String> symbols() {
    return Collections.unmodifiableSet(UNITS.keySet());
  }

  static Optional<BigDecimal> factor(String from, String to) {
    if (!contains(from) || !contains(to)) {
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

  private static void energyAndPower() {
    Unit<?> wattHour = WATT.multiply(HOUR);
    define("W", WATT, "1");
    define("kW", WATT, "1000");
    define("Wh", wattHour, "1");
    define("kWh", wattHour, "1000");
    define("MWh", wattHour, "1000000");
    define("GWh", wattHour, "1000000000");
    define("J", JOULE, "1");
    define("MJ", JOULE, "1000000");
    define("GJ", JOULE, "1000000000");
    define("BTU", JOULE, "1055.05585262");
    define("therm", JOULE, "105505585.262");
    define("mmBtu", JOULE, "1055055852.62");
  }

  private static void volumeAndMass() {
    define("m3", CUBIC_METRE, "1");
    define("L", CUBIC_METRE, "0.001");
    define("gal", CUBIC_METRE, "0.003785411784");
    define("scf", CUBIC_METRE, "0.028316846592");
    define("ccf", CUBIC_METRE, "2.8316846592");
    define("Mcf", CUBIC_METRE, "28.316846592");
    define("kg", KILOGRAM, "1");
    define("g", KILOGRAM, "0.001");
    define("t", KILOGRAM, "1000");
    define("lb", KILOGRAM, "0.45359237");
    define("short-ton", KILOGRAM, "907.18474");
    define("kg CO2e", base("kg CO2e", 'E'), "1");
  }

  private static void computing() {
    Unit<?> vcpu = base("vCPU", 'P');
    Unit<?> gigabyte = base("GB", 'D');
    define("1", ONE, "1");
    define("h", HOUR, "1");
    define("vCPU", vcpu, "1");
    define("vCPU-h", vcpu.multiply(HOUR), "1");
    define("server", base("server", 'S'), "1");
    define("GB", gigabyte, "1");
    define("TB", gigabyte, "1000");
    define("GiB", gigabyte, "1.073741824");
    define("TiB", gigabyte, "1099.511627776");
    Unit<?> gigabyteHour = gigabyte.multiply(HOUR);
    define("GB-h", gigabyteHour, "1");
    define("TB-h", gigabyteHour, "1000");
    define("GiB-h", gigabyteHour, "1.073741824");
    define("GB-month", gigabyteHour, Long.toString(HOURS_PER_MONTH));
    define("TB-month", gigabyteHour, Long.toString(1000 * HOURS_PER_MONTH));
  }

  /** Each currency converts to itself alone: what it is worth in another depends on the day. */
  private static void currencies() {
    for (Currency currency : Currency.getAvailableCurrencies()) {
      UNITS.put(currency.getCurrencyCode(), base(currency.getCurrencyCode(), 'M'));
    }
  }

  private static void define(String symbol, Unit<?> unit, String multiple) {
    BigDecimal exact = new BigDecimal(multiple);
    BigInteger divisor = BigInteger.TEN.pow(exact.scale());
    UNITS.put(symbol, unit.multiply(RationalNumber.of(exact.unscaledValue(), divisor)));
  }

  private static Unit<?> base(String symbol, char dimension) {
    return new BaseUnit<>(symbol, UnitDimension.parse(dimension));
  }
}
