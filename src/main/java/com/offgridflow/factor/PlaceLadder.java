package com.offgridflow.factor;

import com.offgridflow.activity.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The places at which a factor may stand for an activity, from narrow to wide: the supplier's
 * region, the supplier, the facility, the grid zone (by ZIP code in the United States), the
 * subdivision, the country, the continent, the world. What the activity does not say has no rung.
 */
public final class PlaceLadder {
  /** ISO 3166-2, e.g. {@code US-CA} or {@code IN-TN}. */
  private static final Pattern SUBDIVISION = Pattern.compile("[A-Z]{2}-[A-Z0-9]{1,3}");

  private final GridZones zones;

  public PlaceLadder(GridZones zones) {
    this.zones = zones;
  }

  public List<String> of(Place place) {
    List<String> rungs = new ArrayList<>();
    if (!place.supplier().isEmpty()) {
      if (!place.region().isEmpty()) {
        rungs.add(Places.region(place.supplier(), place.region()));
      }
      rungs.add(Places.supplier(place.supplier()));
    }
    if (!place.facility().isEmpty()) {
      rungs.add(Places.facility(place.facility()));
    }
    within(place, rungs);
    rungs.add(Places.WORLD);
    return rungs;
  }

  private void within(Place place, List<String> rungs) {
    String region = place.region().toUpperCase(Locale.ROOT);
    String country = Places.country(place.country());
    if (!region.isEmpty() && zones.contains(region)) {
      rungs.add(Places.egrid(region));
    } else if (Places.usesZip(country)) {
      zones.ofZip(place.postcode()).stream().limit(1).map(Places::egrid).forEach(rungs::add);
    }
    if (SUBDIVISION.matcher(region).matches()) {
      rungs.add(region);
    }
    if (!country.isEmpty()) {
      rungs.add(country);
      Continents.of(country).map(Places::continent).ifPresent(rungs::add);
    }
  }
}
