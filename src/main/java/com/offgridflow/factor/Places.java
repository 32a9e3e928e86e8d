package com.offgridflow.factor;

import java.util.Locale;

/**
 * How places are written in factor tables, from narrow to wide: {@code aws/us-east-1} (supplier and
 * region), {@code aws} (all of a supplier), {@code facility/plant 7} (a tenant's own site), {@code
 * egrid/SRVC} (grid zone), {@code US-CA} (subdivision, ISO 3166-2), {@code DE} (country, ISO 3166-1
 * alpha-2), {@code continent/europe} (see {@link Continents}), {@code world}.
 */
public final class Places {
  public static final String WORLD = "world";

  private Places() {}

  public static String supplier(String supplier) {
    return supplier.toLowerCase(Locale.ROOT);
  }

  public static String region(String supplier, String region) {
    return supplier(supplier) + "/" + region.toLowerCase(Locale.ROOT);
  }

  public static String egrid(String subregion) {
    return "egrid/" + subregion.toUpperCase(Locale.ROOT);
  }

  public static String facility(String name) {
    return "facility/" + name.strip().toLowerCase(Locale.ROOT);
  }

  public static String continent(String name) {
    return "continent/" + name;
  }

  /** Whether EPA maps the ZIP codes of this country to grid zones: the states and Puerto Rico. */
  public static boolean usesZip(String country) {
    return country.equals("US") || country.equals("PR");
  }

  public static String country(String code) {
    return code.toUpperCase(Locale.ROOT);
  }
}
