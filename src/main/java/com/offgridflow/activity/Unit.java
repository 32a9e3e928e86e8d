package com.offgridflow.activity;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;

/**
 * A unit of measure by its symbol, e.g. {@code kWh}, {@code vCPU-h}, {@code mmBtu}. Symbols are
 * case sensitive. A unit the hub does not know (a provider's {@code Requests}) is opaque: it
 * converts to nothing but itself.
 */
public record Unit(String symbol) {
  public Unit {
    if (symbol == null || symbol.isBlank()) {
      throw new IllegalArgumentException(
          "unit must have a symbol such as kWh, not '" + symbol + "'");
    }
  }

  /** The unit of this symbol, if the hub knows it; {@link #symbols()} lists what it knows. */
  public static Optional<Unit> of(String symbol) {
    return KnownUnits.contains(symbol) ? Optional.of(new Unit(symbol)) : Optional.empty();
  }

  /** A unit by the name it was billed under; opaque unless the name is a known symbol. */
  public static Unit named(String name) {
    return new Unit(name);
  }

  /** Why {@link #of} is empty for this symbol, with what may have been meant. */
  public static String unknown(String symbol) {
    return Spellings.unknown(symbol);
  }

  /** What may have been meant by a symbol that {@link #of} does not know, as a clause. */
  public static String remedy(String symbol) {
    return Spellings.remedy(symbol);
  }

  /** Whether this is a currency by ISO 4217, which converts to nothing but itself. */
  public boolean isMoney() {
    return Currencies.contains(symbol);
  }

  /** Every unit of measure that {@link #of} knows, sorted; it knows the currencies too. */
  public static Set<String> symbols() {
    return KnownUnits.symbols();
  }

  /**
   * What one of this unit is in the target unit: exact where the decimal ends, else to 34
   * significant digits; empty when the dimensions differ.
   */
  public Optional<BigDecimal> factorTo(Unit target) {
    return equals(target) ? Optional.of(BigDecimal.ONE) : KnownUnits.factor(symbol, target.symbol);
  }
}
