package com.offgridflow.rate;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What a euro was worth on a day.
 *
 * @param currency ISO 4217, not EUR
 * @param day the day it was published for
 * @param perEuro units of the currency for one euro, more than 0
 */
public record ExchangeRate(String currency, LocalDate day, BigDecimal perEuro) {
  public ExchangeRate {
    if (perEuro.signum() <= 0) {
      throw new IllegalArgumentException(
          currency + " on " + day + ": '" + perEuro.toPlainString() + "' should be more than 0");
    }
  }
}
