package com.offgridflow.rate;

import com.offgridflow.activity.Unit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.regex.Pattern;

/**
 * What a euro was worth on a day.
 *
 * @param currency ISO 4217, not EUR
 * @param day the day it was published for
 * @param perEuro units of the currency for one euro, more than 0
 */
public record ExchangeRate(String currency, LocalDate day, BigDecimal perEuro) {
  /** The currency that all rates are against. */
  static final String EURO = "EUR";

  private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,15}(\\.\\d{1,15})?");

  public ExchangeRate {
    if (!Unit.named(currency).isMoney()) {
      throw new IllegalArgumentException(
          "'" + currency + "' is no currency of ISO 4217, such as USD");
    }
    if (currency.equals(EURO)) {
      throw new IllegalArgumentException("'EUR' has no rate: all rates are units for one euro");
    }
    if (perEuro.signum() <= 0) {
      throw new IllegalArgumentException(
          currency + " on " + day + ": '" + perEuro.toPlainString() + "' should be more than 0");
    }
  }

  /**
   * @param perEuro a decimal number, without exponent, of at most 15 digits on each side
   * @throws NumberFormatException when it is none
   * @throws IllegalArgumentException as the constructor does
   */
  static ExchangeRate of(String currency, LocalDate day, String perEuro) {
    if (!DECIMAL.matcher(perEuro).matches()) {
      throw new NumberFormatException(perEuro);
    }
    return new ExchangeRate(currency, day, new BigDecimal(perEuro));
  }
}
