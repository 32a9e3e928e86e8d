package com.offgridflow.report.energy;

import java.math.BigDecimal;

/**
 * Energy used that agrees in carrier, source and contract.
 *
 * @param carrier what it came in
 * @param source what it was made from
 * @param contract what covers bought energy
 * @param kwh net calorific value of fuels; exact
 * @param count how many emissions tell of it
 */
public record EnergyTotal(
    EnergyCarrier carrier, EnergySource source, Contract contract, BigDecimal kwh, long count) {

  /**
   * How bought energy is told apart from the grid's: ESRS E1-6, AR 45(d), shares of contractual
   * instruments; GHG Protocol Scope 2 Guidance (2015), table 6.3.
   */
  public enum Contract {
    /** Energy and its attributes by one contract: a power purchase agreement or supplier's rate. */
    BUNDLED,
    /** Attributes that were bought apart from the energy: certificates. */
    UNBUNDLED,
    /** None, and fuels. */
    NONE
  }

  public EnergyTotal {
    if (count < 1) {
      throw new IllegalArgumentException(
          "energy of " + carrier + " stands on at least one emission, not " + count);
    }
  }
}
