package com.offgridflow.activity;

import java.util.Collections;
import java.util.Currency;
import java.util.Set;
import java.util.TreeSet;

/**
 * Currencies of ISO 4217, those of the past included, each a unit that converts to nothing but
 * itself: a rate has a day, a unit has none. The list is the JDK's.
 */
public final class Currencies {
  /** Codes of ISO 4217 that stand for no money: none, test. */
  private static final Set<String> NO_MONEY = Set.of("XXX", "XTS");

  private static final Set<String> CODES = codes();

  private Currencies() {}

  /** All of them, sorted. */
  public static Set<String> all() {
    return CODES;
  }

  static boolean contains(String code) {
    return code != null && CODES.contains(code);
  }

  private static Set<String> codes() {
    TreeSet<String> codes = new TreeSet<>();
    for (Currency currency : Currency.getAvailableCurrencies()) {
      codes.add(currency.getCurrencyCode());
    }
    codes.removeAll(NO_MONEY);
    return Collections.unmodifiableSet(codes);
  }
}
