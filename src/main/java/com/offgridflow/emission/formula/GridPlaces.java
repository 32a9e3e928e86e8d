package com.offgridflow.emission.formula;

import com.offgridflow.activity.Place;
import com.offgridflow.factor.FactorKind;
import com.offgridflow.factor.FactorLibrary;
import com.offgridflow.factor.GridZones;
import com.offgridflow.factor.Places;
import java.util.List;
import java.util.Locale;

/**
 * The grid that serves a place. What the place names most narrowly decides: the eGRID subregion of
 * a US ZIP code, else the grid zone, else the country. What is named but not known finds no factor,
 * rather than the average of something wider.
 */
public final class GridPlaces {
  private final FactorLibrary library;
  private final GridZones zones;

  /**
   * @param place as factor tables write it
   * @param remark how it was found, to be added to why a factor was chosen
   */
  public record Found(String place, String remark) {}

  public GridPlaces(FactorLibrary library, GridZones zones) {
    this.library = library;
    this.zones = zones;
  }

  public Found of(Place place) {
    String country = Places.country(place.country());
    if (!place.postcode().isEmpty() && Places.usesZip(country)) {
      return byZip(place);
    }
    if (!place.region().isEmpty()) {
      return byZone(place.region());
    }
    return new Found(country.isEmpty() ? "a place without country" : country, "");
  }

  private Found byZip(Place place) {
    List<String> subregions = zones.ofZip(place.postcode());
    String zip = "ZIP " + place.postcode();
    if (subregions.isEmpty()) {
      return new Found(zip, "");
    }
    if (subregions.contains(place.region().toUpperCase(Locale.ROOT))) {
      return new Found(Places.egrid(place.region()), ", " + zip + " and grid zone given");
    }
    String others =
        subregions.size() == 1 ? "" : ", the main one of " + String.join(" ", subregions);
    return new Found(Places.egrid(subregions.get(0)), ", grid zone of " + zip + others);
  }

  private Found byZone(String region) {
    String egrid = Places.egrid(region);
    return library.has(FactorKind.GRID, "", egrid)
        ? new Found(egrid, ", grid zone given")
        : new Found("grid zone " + region, "");
  }
}
