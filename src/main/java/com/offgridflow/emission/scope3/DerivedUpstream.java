package com.offgridflow.emission.scope3;

import static com.offgridflow.activity.ActivityKind.ELECTRICITY;
import static com.offgridflow.activity.ActivityKind.HEAT;
import static com.offgridflow.activity.ActivityKind.MOBILE_COMBUSTION;
import static com.offgridflow.activity.ActivityKind.STATIONARY_COMBUSTION;
import static com.offgridflow.activity.ActivityKind.STEAM;

import com.offgridflow.activity.Unit;
import com.offgridflow.emission.formula.Case;
import com.offgridflow.emission.formula.Formula;
import com.offgridflow.emission.formula.Linear;
import com.offgridflow.emission.formula.LinearEmission;
import com.offgridflow.factor.FactorKind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Category 3 of energy that is booked in Scopes 1 and 2: it follows from the same quantity, so that
 * nobody books it twice. Where nothing is published, there is nothing.
 */
final class DerivedUpstream {
  private static final Unit KWH = Unit.named("kWh");
  private static final Unit KM = Unit.named("km");
  private static final int FUEL_AND_ENERGY = 3;

  private DerivedUpstream() {}

  static List<Formula> all() {
    return List.of(
        Formula.named("scope3.derived.fuel", STATIONARY_COMBUSTION, MOBILE_COMBUSTION)
            .category(FUEL_AND_ENERGY)
            .method("average-data")
            .expression("kg = fuel burnt × its upstream factor, or distance × that of the vehicle")
            .source(Guidance.formula("3.1"))
            .answeredBy(DerivedUpstream::fuel),
        Formula.named("scope3.derived.electricity", ELECTRICITY)
            .category(FUEL_AND_ENERGY)
            .method("average-data")
            .expression(
                "kg = kWh × (upstream factor of generation + factor of losses + upstream factor of losses)")
            .source(Guidance.formula("3.2 and 3.3"))
            .answeredBy(DerivedUpstream::electricity),
        Formula.named("scope3.derived.heat", HEAT, STEAM)
            .category(FUEL_AND_ENERGY)
            .method("average-data")
            .expression(
                "kg = kWh × (upstream factor + factor of distribution losses + upstream factor of losses)")
            .source(Guidance.formula("3.2 and 3.3"))
            .answeredBy(DerivedUpstream::heat));
  }

  private static Optional<Linear> fuel(Case one) {
    String kind = one.countsIn(KM) ? FactorKind.UPSTREAM_VEHICLE : FactorKind.UPSTREAM_FUEL;
    return of(one, one.unit(), Upstream.of(one, kind, one.unit(), BigDecimal.ONE));
  }

  private static Optional<Linear> electricity(Case one) {
    return of(
        one,
        KWH,
        part(one, Upstream.WELL_TO_TANK, FactorKind.UPSTREAM_ELECTRICITY, ""),
        part(one, "td-losses", FactorKind.UPSTREAM_TD, ""),
        part(one, "td-losses-well-to-tank", FactorKind.UPSTREAM_ELECTRICITY, "td"));
  }

  private static Optional<Linear> heat(Case one) {
    return of(
        one,
        KWH,
        part(one, Upstream.WELL_TO_TANK, FactorKind.UPSTREAM_HEAT, ""),
        part(one, "td-losses", FactorKind.UPSTREAM_HEAT, "distribution"),
        part(one, "td-losses-well-to-tank", FactorKind.UPSTREAM_HEAT, "distribution/wtt"));
  }

  private static Optional<LinearEmission> part(
      Case one, String component, String kind, String subject) {
    return Upstream.of(one, component, kind, subject, KWH, BigDecimal.ONE);
  }

  @SafeVarargs
  private static Optional<Linear> of(Case one, Unit per, Optional<LinearEmission>... parts) {
    List<LinearEmission> found = Stream.of(parts).flatMap(Optional::stream).toList();
    return found.isEmpty() || !one.countsIn(per)
        ? Optional.empty()
        : Optional.of(Linear.of(one.ask(), per, found, List.of()));
  }
}
