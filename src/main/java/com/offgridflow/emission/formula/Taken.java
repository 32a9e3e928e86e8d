package com.offgridflow.emission.formula;

import com.offgridflow.activity.Unit;
import com.offgridflow.emission.Gases;
import java.math.BigDecimal;

/**
 * An emission factor that was taken.
 *
 * @param per one of what
 * @param gases emits so much
 */
public record Taken(Unit per, Gases gases) {

  /** So many times as much per unit. */
  public Taken times(BigDecimal factor) {
    return new Taken(per, gases.times(factor));
  }

  /** With what another factor, per one of the same, adds. */
  public Taken plus(Taken other) {
    return new Taken(per, gases.plus(other.gases()));
  }
}
