package com.offgridflow.emission.scope2;

import java.math.BigDecimal;
import java.util.List;

/**
 * How an activity's energy is covered. Shares and the rest are its whole quantity.
 *
 * @param consumption the activity
 * @param shares by instrument, in the order in which they were taken
 * @param rest what no instrument covers, in kWh; negative where a bill takes back
 * @param withheld why there can be no figure yet; empty where there can
 */
public record Cover(
    Consumption consumption, List<Share> shares, BigDecimal rest, List<Withheld> withheld) {
  public Cover {
    shares = List.copyOf(shares);
    withheld = List.copyOf(withheld);
  }
}
