package com.offgridflow.emission.scope3;

import com.offgridflow.activity.Unit;
import com.offgridflow.emission.formula.Case;
import com.offgridflow.emission.formula.LinearEmission;
import com.offgridflow.emission.formula.Taken;
import java.math.BigDecimal;
import java.util.Optional;

/** Energy's way from the well to its use, as a component beside the use itself. */
final class Upstream {
  static final String WELL_TO_TANK = "well-to-tank";

  private Upstream() {}

  /** Per one of a unit; empty where nothing is published. */
  static Optional<LinearEmission> of(Case one, String kind, Unit per, BigDecimal share) {
    return of(one, WELL_TO_TANK, kind, one.subject(), per, share);
  }

  static Optional<LinearEmission> of(
      Case one, String component, String kind, String subject, Unit per, BigDecimal share) {
    Case apart = one.sibling();
    Optional<Taken> found = apart.find(component, kind, subject, per);
    return found.map(
        taken -> {
          BigDecimal units = per.factorTo(taken.per()).orElseThrow();
          return apart.part(component, new Taken(per, taken.gases().times(units.multiply(share))));
        });
  }
}
