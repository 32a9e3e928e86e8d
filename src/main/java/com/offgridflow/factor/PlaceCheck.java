package com.offgridflow.factor;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether a place is written as {@link Places} says, so that it will be found. */
final class PlaceCheck {
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
  private static final Pattern COUNTRY = Pattern.compile("([A-Z]{2})(-[A-Z0-9]{1,3})?");
  private static final Pattern EGRID = Pattern.compile("egrid/[A-Z]{4}");

  private PlaceCheck() {}

  /** What would be a place instead; empty when this is one. */
  static Optional<String> remedy(String place) {
    if (COUNTRY.matcher(place).matches()) {
      return COUNTRIES.contains(place.substring(0, 2))
          ? Optional.empty()
          : Optional.of(country(place));
    }
    String lower = place.strip().toLowerCase(Locale.ROOT);
    if (place.equals(lower) || EGRID.matcher(place).matches()) {
      return Optional.empty();
    }
    return Optional.of(
        "a supplier in lower case ('%s'), a country of ISO 3166-1 (DE), egrid/SRVC, or world"
            .formatted(lower));
  }

  private static String country(String place) {
    return "a country of ISO 3166-1 such as DE" + (place.startsWith("UK") ? " or GB" : "");
  }
}
