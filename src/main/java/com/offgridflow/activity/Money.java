package com.offgridflow.activity;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * An amount in one currency, unrounded; negative amounts are credits. The currency is a code in the
 * form of ISO 4217; {@link Unit#isMoney} says whether it is one.
 */
public record Money(BigDecimal amount, String currency) {
  private static final Pattern CODE = Pattern.compile("[A-Z]{3}");

  public Money {
    if (!CODE.matcher(currency).matches()) {
      throw new IllegalArgumentException(
          "currency must be three capital letters such as EUR, not '" + currency + "'");
    }
  }
}
