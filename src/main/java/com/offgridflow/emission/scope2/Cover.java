package com.offgridflow.emission.scope2;

import java.math.BigDecimal;
import java.util.List;

/**
 * How an activity's energy is covered. Shares and the rest are its whole quantity.
 *
 * @param consumption the activity
 * @param shares by instrument, in the order in which they were taken
 * @param rest what no instrument covers, in kWh; negative where a bill takes back
 * @param objections why there can be no figure yet; empty where there can
 */
public record Cover(
    Consumption consumption, List<Share> shares, BigDecimal rest, List<Objection> objections) {
  public Cover {
    shares = List.copyOf(shares);
    objections = List.copyOf(objections);
  }
}
