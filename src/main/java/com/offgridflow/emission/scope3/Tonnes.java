package com.offgridflow.emission.scope3;

import com.offgridflow.activity.Unit;
import com.offgridflow.emission.formula.Case;
import com.offgridflow.emission.formula.Linear;
import com.offgridflow.emission.formula.LinearEmission;
import com.offgridflow.emission.formula.Taken;
import com.offgridflow.factor.FactorKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Goods moved: mass times distance, whichever of them the quantity is. */
final class Tonnes {
  private static final Unit TONNE = Unit.named("t");
  private static final Unit TONNE_KM = Unit.named("t-km");

  private Tonnes() {}

  /** By the factor of the vehicle, with the fuel's way from well to tank where it is published. */
  static Linear transport(Case one, String component, BigDecimal share) {
    boolean mass = one.countsIn(TONNE);
    BigDecimal km = mass ? one.given().number("distance_km", "km") : BigDecimal.ONE;
    Unit from = mass ? TONNE : one.unit();
    Unit moved = mass ? TONNE_KM : one.unit();
    Taken vehicle = one.need("vehicle", FactorKind.FREIGHT, one.subject(), moved).times(share);
    List<LinearEmission> parts = new ArrayList<>(List.of(one.part(component, vehicle)));
    Upstream.of(one, FactorKind.UPSTREAM_FREIGHT, vehicle.per(), share).ifPresent(parts::add);
    BigDecimal perOne = km.multiply(moved.factorTo(vehicle.per()).orElseThrow());
    return one.answer(from, perOne, vehicle.per(), parts);
  }

  /** By a factor told per unit of quantity and km, where a distance is told; else per unit. */
  static Linear answer(Case one, String component, Taken told) {
    Optional<BigDecimal> km = one.given().optional("distance_km", "km");
    return one.answer(component, km.map(told::times).orElse(told));
  }
}
