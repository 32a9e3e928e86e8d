package com.offgridflow.emission;

import com.offgridflow.activity.Activity;
import com.offgridflow.activity.ActivityKind;
import com.offgridflow.activity.Place;
import com.offgridflow.activity.Unit;
import com.offgridflow.factor.CloudInstances;
import com.offgridflow.factor.FactorLibrary;
import com.offgridflow.factor.GridZones;
import com.offgridflow.factor.GwpSet;
import com.offgridflow.factor.ShippedFactors;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Estimates emissions of activities. Safe for use by many threads; the choice of factors is made
 * once per kind, subject, place, unit and era, and kept.
 */
public final class EmissionCalculator {
  /** Beyond this many kept plans all are forgotten, so that odd input cannot fill the memory. */
  private static final int MAX_PLANS = 50_000;

  private final FactorLibrary library;
  private final Formulas formulas;
  private final Map<Key, Plan> plans = new ConcurrentHashMap<>();

  private record Key(
      ActivityKind kind,
      String subject,
      String supplier,
      String region,
      String postcode,
      String country,
      Unit unit,
      int era) {
    static Key of(Ask ask, int era) {
      Place p = ask.place();
      return new Key(
          ask.kind(),
          ask.subject(),
          p.supplier(),
          p.region(),
          p.postcode(),
          p.country(),
          ask.unit(),
          era);
    }
  }

  /**
   * @param library the factors to choose from
   * @param instances the types of virtual machine
   * @param zones grid zones of US ZIP codes
   * @param gwp what weighs gases that a factor tells apart
   */
  public EmissionCalculator(
      FactorLibrary library, CloudInstances instances, GridZones zones, GwpSet gwp) {
    this.library = library;
    this.formulas = new Formulas(library, instances, zones, gwp);
  }

  /** With the factors that come with the hub, gases weighted by IPCC AR6. */
  public static EmissionCalculator shipped() {
    return new EmissionCalculator(
        new FactorLibrary(ShippedFactors.tables()),
        ShippedFactors.instances(),
        ShippedFactors.gridZones(),
        ShippedFactors.gwp("AR6"));
  }

  /**
   * Linear in the quantity: nothing emits nothing, and a negative quantity (a correction on a bill)
   * takes back what it corrects. Factors are those of the day the activity starts, in UTC.
   */
  public Outcome estimate(Activity activity) {
    if (activity.kind() == ActivityKind.CLOUD_OTHER) {
      return Outcomes.noMethod(activity.kind());
    }
    return plan(Ask.of(activity)).apply(activity.quantity());
  }

  private Plan plan(Ask ask) {
    Key key = Key.of(ask, library.era(ask.day()));
    Plan kept = plans.get(key);
    if (kept != null) {
      return kept;
    }
    if (plans.size() >= MAX_PLANS) {
      plans.clear();
    }
    return plans.computeIfAbsent(key, unused -> formulas.plan(ask));
  }
}
