package com.offgridflow.factor;

import java.util.Locale;

/**
 * How places are written in factor tables, from narrow to wide: {@code aws/us-east-1} (supplier and
 * region), {@code egrid/SRVC} (grid zone), {@code DE} (country, ISO 3166-1 alpha-2), {@code aws}
 * (all of a supplier), {@code world}.
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

  public static String country(String code) {
    return code.toUpperCase(Locale.ROOT);
  }
}
