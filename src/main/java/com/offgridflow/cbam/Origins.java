package com.offgridflow.cbam;

import java.util.Set;

/**
 * Where goods can originate that CBAM applies to: Regulation (EU) 2023/956, Article 2(1) and (4),
 * and Annex III, point 1.
 */
final class Origins {
  private static final Set<String> UNION =
      Set.of(
          "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE",
          "IT", "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK");
  private static final Set<String> ANNEX_III = Set.of("CH", "IS", "LI", "NO");

  private Origins() {}

  /** Whether CBAM does not apply to goods that originate there. */
  static boolean spared(String country) {
    return UNION.contains(country) || ANNEX_III.contains(country);
  }

  static String read(GoodsRow row) {
    String country = row.country("origin_country");
    if (UNION.contains(country)) {
      row.fault("origin_country", "is in the Union; CBAM applies to goods of third countries");
    } else if (ANNEX_III.contains(country)) {
      row.fault("origin_country", "is exempt by Annex III; leave its goods out");
    }
    return country;
  }
}
