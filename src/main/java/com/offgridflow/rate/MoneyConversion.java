package com.offgridflow.rate;

import java.math.BigDecimal;
import java.util.List;

/** What one of a currency is in the money of a factor. */
public sealed interface MoneyConversion {

  /**
   * @param multiplier the factor's money for one of the currency
   * @param steps the figures that it is the product of, in order
   * @param gaps what was left out, in words: the money was not deflated
   */
  record Ready(BigDecimal multiplier, List<RateStep> steps, List<String> gaps)
      implements MoneyConversion {}

  /**
   * @param message what is missing, and what is loaded
   */
  record Missing(String message) implements MoneyConversion {}
}
