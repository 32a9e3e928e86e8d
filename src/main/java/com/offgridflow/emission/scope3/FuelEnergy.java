package com.offgridflow.emission.scope3;

import static com.offgridflow.activity.ActivityKind.FUEL_AND_ENERGY;

import com.offgridflow.activity.Unit;
import com.offgridflow.emission.formula.Case;
import com.offgridflow.emission.formula.Formula;
import com.offgridflow.emission.formula.Linear;
import com.offgridflow.emission.formula.Taken;
import com.offgridflow.emission.formula.Uses;
import com.offgridflow.factor.FactorKind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Fuel- and energy-related activities that are booked as such: category 3. */
final class FuelEnergy {
  private static final String ACTIVITY = "activity";
  private static final String LOSSES = "td-losses";
  private static final String RESOLD = "resold";
  private static final String UPSTREAM = "upstream";
  private static final String TOLD = "supplier_factor";
  private static final String LIFE_CYCLE = "life_cycle_factor";
  private static final Set<String> ACTIVITIES = Set.of(UPSTREAM, LOSSES, RESOLD);
  private static final Set<String> NETWORKS = Set.of("heat", "steam", "cooling");

  private FuelEnergy() {}

  static List<Formula> all() {
    return List.of(
        Formula.named("scope3.energy.upstream", FUEL_AND_ENERGY)
            .method("upstream")
            .expression("kg = fuel or energy × (life cycle factor − combustion factor)")
            .source(Guidance.formula("3.1 and 3.2"))
            .takes(ACTIVITY, "upstream (the default)")
            .takes(TOLD, "kg CO2e upstream per unit, as the supplier states it; else the average")
            .answeredBy(one -> is(one, UPSTREAM) ? upstream(one) : Optional.empty()),
        lifeCycle("scope3.energy.td-losses", "td-losses", "3.3", LOSSES)
            .expression("kg = energy used × life cycle factor × rate of loss")
            .needs("loss_rate", "share that is lost in transmission and distribution")
            .answeredBy(one -> is(one, LOSSES) ? losses(one) : Optional.empty()),
        lifeCycle("scope3.energy.resold", "resold", "3.4", RESOLD)
            .expression("kg = energy bought and sold on × life cycle factor")
            .answeredBy(
                one ->
                    is(one, RESOLD)
                        ? Optional.of(one.answer(RESOLD, lifeCycle(one)))
                        : Optional.empty()));
  }

  private static Formula.Builder lifeCycle(
      String code, String method, String numbers, String activity) {
    return Formula.named(code, FUEL_AND_ENERGY)
        .method(method)
        .source(Guidance.formula(numbers))
        .needs(ACTIVITY, activity)
        .takes(LIFE_CYCLE, "kg CO2e per unit over the life cycle; else generation plus upstream");
  }

  private static boolean is(Case one, String activity) {
    String told = one.given().has(ACTIVITY) ? one.given().word(ACTIVITY, ACTIVITIES) : UPSTREAM;
    return told.equals(activity);
  }

  private static Optional<Linear> upstream(Case one) {
    Taken factor = one.given().has(TOLD) ? one.told(TOLD) : average(one);
    return Optional.of(one.answer(Upstream.WELL_TO_TANK, factor));
  }

  private static Taken average(Case one) {
    String energy = one.subject();
    if (energy.equals(Uses.ELECTRICITY)) {
      return one.need(UPSTREAM, FactorKind.UPSTREAM_ELECTRICITY, "", one.unit());
    }
    return NETWORKS.contains(energy)
        ? one.need(UPSTREAM, FactorKind.UPSTREAM_HEAT, "", one.unit())
        : one.need(UPSTREAM, FactorKind.UPSTREAM_FUEL, energy, one.unit());
  }

  private static Optional<Linear> losses(Case one) {
    BigDecimal rate = one.given().share("loss_rate");
    return Optional.of(one.answer(LOSSES, lifeCycle(one).times(rate)));
  }

  /** As told, else what generating it emits and, where published, its fuels' way there. */
  private static Taken lifeCycle(Case one) {
    if (one.given().has(LIFE_CYCLE)) {
      return one.told(LIFE_CYCLE);
    }
    Taken generation = Uses.of(one, one.subject(), one.unit());
    Unit per = generation.per();
    Optional<Taken> before =
        one.subject().equals(Uses.ELECTRICITY)
            ? one.find(UPSTREAM, FactorKind.UPSTREAM_ELECTRICITY, "", per)
            : one.find(UPSTREAM, FactorKind.UPSTREAM_HEAT, "", per);
    return before
        .map(b -> generation.plus(b.times(per.factorTo(b.per()).orElseThrow())))
        .orElse(generation);
  }
}
