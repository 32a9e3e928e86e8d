package com.offgridflow.emission.formula;

import com.offgridflow.emission.Decimals;
import java.math.BigDecimal;

/**
 * The share of something used together that is one's own: GHG Protocol Technical Guidance for
 * Calculating Scope 3 Emissions (2013), formulas 4.4, 4.8, 8.2 and 14.2.
 */
public final class Allocation {
  private Allocation() {}

  /** By area, volume or mass where they are told, else the detail {@code share}, else all of it. */
  public static BigDecimal of(Case one) {
    Given given = one.given();
    if (given.has("area_m2")) {
      BigDecimal occupied = given.divisor("total_area_m2", "m2").multiply(occupancy(given));
      return Decimals.over(given.number("area_m2", "m2"), occupied);
    }
    if (given.has("volume_m3")) {
      return ratio(given, "volume_m3", "total_volume_m3", "m3");
    }
    return given.has("mass_t")
        ? ratio(given, "mass_t", "total_mass_t", "t")
        : given.shareOrAll("share");
  }

  private static BigDecimal ratio(Given given, String part, String whole, String unit) {
    BigDecimal all = given.divisor(whole, unit);
    return Decimals.over(given.number(part, unit), all);
  }

  private static BigDecimal occupancy(Given given) {
    return given.has("occupancy") ? given.divisor("occupancy", "1") : BigDecimal.ONE;
  }
}
