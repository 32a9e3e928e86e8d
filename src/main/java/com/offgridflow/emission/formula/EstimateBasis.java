package com.offgridflow.emission.formula;

import com.offgridflow.emission.profile.Profiles;
import com.offgridflow.factor.CloudInstances;
import com.offgridflow.factor.FactorLibrary;
import com.offgridflow.factor.GridZones;
import com.offgridflow.factor.GwpSet;
import com.offgridflow.factor.ShippedFactors;
import com.offgridflow.rate.Rates;

/**
 * What estimates rest on.
 *
 * @param library the factors to choose from
 * @param instances the types of virtual machine
 * @param zones grid zones of US ZIP codes
 * @param gwp what weighs gases that a factor tells apart
 * @param profile methodology profile for cloud use
 * @param rates what money was worth
 */
public record EstimateBasis(
    FactorLibrary library,
    CloudInstances instances,
    GridZones zones,
    GwpSet gwp,
    String profile,
    Rates rates) {

  /** The profile that is used where nothing else is chosen. */
  public static final String HUB_PROFILE = Profiles.CURRENT;

  /** The same, with cloud use estimated by another profile. */
  public EstimateBasis withProfile(String other) {
    return new EstimateBasis(library, instances, zones, gwp, other, rates);
  }

  /** Without rates: money is worth itself only. */
  public EstimateBasis(
      FactorLibrary library,
      CloudInstances instances,
      GridZones zones,
      GwpSet gwp,
      String profile) {
    this(library, instances, zones, gwp, profile, Rates.NONE);
  }

  /** What comes with the hub, gases weighted by IPCC AR6. */
  public static EstimateBasis shipped() {
    return new EstimateBasis(
        new FactorLibrary(ShippedFactors.tables()),
        ShippedFactors.instances(),
        ShippedFactors.gridZones(),
        ShippedFactors.gwp("AR6"),
        HUB_PROFILE);
  }
}
