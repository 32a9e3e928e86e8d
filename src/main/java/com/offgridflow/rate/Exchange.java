package com.offgridflow.rate;

/** What came of asking for an exchange rate. */
public sealed interface Exchange {

  /**
   * @param step the rate, units of the wanted currency for one of the other
   */
  record Found(RateStep step) implements Exchange {}

  /**
   * @param message which currency and day has no rate, and which are loaded
   */
  record NotLoaded(String message) implements Exchange {}
}
