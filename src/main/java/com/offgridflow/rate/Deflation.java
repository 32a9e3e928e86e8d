package com.offgridflow.rate;

/** What came of bringing money to the prices of another year. */
public sealed interface Deflation {

  /** The money is of the very year. */
  record SameYear() implements Deflation {}

  /**
   * @param step index of the wanted year over that of the money's
   */
  record Deflated(RateStep step) implements Deflation {}

  /**
   * No index says. The money is not the same as that of the other year, so nothing stands in for
   * it.
   *
   * @param message which years and currency, and what is loaded
   */
  record NotLoaded(String message) implements Deflation {}
}
