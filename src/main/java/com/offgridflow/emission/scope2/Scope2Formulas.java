package com.offgridflow.emission.scope2;

import com.offgridflow.activity.ActivityKind;
import com.offgridflow.activity.Unit;
import com.offgridflow.emission.Gases;
import com.offgridflow.emission.Scope;
import com.offgridflow.emission.formula.Ask;
import com.offgridflow.emission.formula.Chain;
import com.offgridflow.emission.formula.Formula;
import com.offgridflow.emission.formula.GridPlaces;
import com.offgridflow.emission.formula.Linear;
import com.offgridflow.factor.FactorKind;
import com.offgridflow.factor.FactorQuery;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Purchased energy: GHG Protocol Scope 2 Guidance (2015). */
public final class Scope2Formulas {
  private static final Unit KWH = Unit.named("kWh");

  private Scope2Formulas() {}

  public static List<Formula> all() {
    return List.of(
        Formula.named("scope2.electricity.location", ActivityKind.ELECTRICITY)
            .scope(Scope.SCOPE_2)
            .method("location-based")
            .expression("kg = kWh × grid intensity")
            .source("GHG Protocol Scope 2 Guidance (2015), chapter 6, location-based method")
            .computedBy(Scope2Formulas::electricity));
  }

  /** The grid is that of the place. */
  private static Optional<Linear> electricity(Chain chain, Ask ask) {
    GridPlaces.Found grid =
        new GridPlaces(chain.basis().library(), chain.basis().zones()).of(ask.place());
    FactorQuery query = FactorQuery.of(FactorKind.GRID, "", ask.day(), grid.place());
    Gases perKwh = chain.takeGases("grid intensity", query, KWH, grid.remark());
    return Optional.of(
        Linear.of(
            ask,
            KWH,
            chain.emission(
                "use", perKwh, Optional.of(BigDecimal.ONE), "kg = kWh × grid intensity")));
  }
}
