package com.offgridflow.factor;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How places are written in factor tables, from narrow to wide: {@code aws/us-east-1} (supplier and
 * region), {@code egrid/SRVC} (grid zone), {@code DE} (country, ISO 3166-1 alpha-2), {@code aws}
 * (all of a supplier), {@code world}.
 */
public final class Places {
  public static final String WORLD = "world";

  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
  private static final Pattern EGRID = Pattern.compile("egrid/[A-Z]{4}");
  private static final Pattern UPPER = Pattern.compile("[A-Z]{2}(-[A-Z0-9]{1,3})?");

  private Places() {}

  /** What would be a place instead of this; empty when it is written as a place must be. */
  public static Optional<String> remedy(String place) {
    if (UPPER.matcher(place).matches()) {
      return COUNTRIES.contains(place.substring(0, 2))
          ? Optional.empty()
          : Optional.of(
              "a country of ISO 3166-1 such as DE" + (place.startsWith("UK") ? " or GB" : ""));
    }
    String lower = place.strip().toLowerCase(Locale.ROOT);
    if (place.equals(lower) || EGRID.matcher(place).matches()) {
      return Optional.empty();
    }
    return Optional.of(
        "a supplier in lower case ('%s'), a country of ISO 3166-1 (DE), egrid/SRVC, or world"
            .formatted(lower));
  }

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
