package com.offgridflow.emission.scope1;

import com.offgridflow.activity.ActivityKind;
import com.offgridflow.activity.Unit;
import com.offgridflow.emission.Gases;
import com.offgridflow.emission.Scope;
import com.offgridflow.emission.formula.Ask;
import com.offgridflow.emission.formula.Chain;
import com.offgridflow.emission.formula.Formula;
import com.offgridflow.emission.formula.Linear;
import com.offgridflow.emission.formula.Outcomes;
import com.offgridflow.emission.formula.Unplannable;
import com.offgridflow.factor.FactorChoice.Missing;
import com.offgridflow.factor.FactorKind;
import com.offgridflow.factor.FactorLibrary;
import com.offgridflow.factor.FactorQuery;
import com.offgridflow.factor.Places;
import java.util.List;
import java.util.Optional;

/** Direct emissions: GHG Protocol Corporate Standard, chapter 4, Scope 1. */
public final class Scope1Formulas {
  private Scope1Formulas() {}

  public static List<Formula> all() {
    return List.of(
        Formula.named("scope1.stationary-combustion", ActivityKind.STATIONARY_COMBUSTION)
            .scope(Scope.SCOPE_1)
            .method("fuel-combustion")
            .expression("kg of each gas = fuel × factor; kg CO2e = Σ gas × GWP")
            .source(
                "EPA GHG Emission Factors Hub (2024), table 1; GHG Protocol Corporate Standard,"
                    + " chapter 6")
            .computedBy(Scope1Formulas::stationaryCombustion));
  }

  /** Biogenic CO2 stays apart. */
  private static Optional<Linear> stationaryCombustion(Chain chain, Ask ask) {
    requireFuel(chain.basis().library(), ask);
    FactorQuery query =
        new FactorQuery(
            FactorKind.COMBUSTION,
            ask.subject(),
            List.of(Places.country(ask.place().country()), Places.WORLD),
            ask.day(),
            Optional.of(ask.unit()));
    Unit per = chain.unitOf(query);
    Gases gases = chain.takeGases("fuel factor", query, per, "");
    String formula = "kg of each gas = fuel × factor; kg CO2e = Σ gas × GWP";
    return Optional.of(
        Linear.of(ask, per, chain.emission("combustion", gases, Optional.empty(), formula)));
  }

  private static void requireFuel(FactorLibrary library, Ask ask) {
    List<Unit> units = library.units(FactorKind.COMBUSTION, ask.subject());
    if (units.isEmpty()) {
      FactorQuery query =
          FactorQuery.of(FactorKind.COMBUSTION, ask.subject(), ask.day(), Places.WORLD);
      throw new Unplannable(Outcomes.missing(ask.kind(), (Missing) library.choose(query)));
    }
    if (units.stream().noneMatch(unit -> ask.unit().factorTo(unit).isPresent())) {
      throw new Unplannable(Outcomes.unit(ask.kind(), ask.unit(), units));
    }
  }
}
