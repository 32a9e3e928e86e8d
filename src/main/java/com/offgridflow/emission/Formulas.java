package com.offgridflow.emission;

import com.offgridflow.activity.Unit;
import com.offgridflow.factor.CloudInstances;
import com.offgridflow.factor.FactorChoice.Missing;
import com.offgridflow.factor.FactorKind;
import com.offgridflow.factor.FactorLibrary;
import com.offgridflow.factor.FactorQuery;
import com.offgridflow.factor.GridZones;
import com.offgridflow.factor.GwpSet;
import com.offgridflow.factor.Places;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Which formula an activity takes, and those of own energy; {@link CloudFormulas} has the cloud's.
 */
final class Formulas {
  private static final Unit KWH = Unit.named("kWh");

  private final FactorLibrary library;
  private final GridPlaces gridPlaces;
  private final GwpSet gwp;
  private final CloudFormulas cloud;

  Formulas(FactorLibrary library, CloudInstances instances, GridZones zones, GwpSet gwp) {
    this.library = library;
    this.gridPlaces = new GridPlaces(library, zones);
    this.gwp = gwp;
    this.cloud = new CloudFormulas(library, instances, gwp);
  }

  Plan plan(Ask ask) {
    try {
      return switch (ask.kind()) {
        case ELECTRICITY -> electricity(ask);
        case STATIONARY_COMBUSTION -> stationaryCombustion(ask);
        default -> cloud.plan(ask);
      };
    } catch (Unplannable e) {
      return new Plan.Fixed(e.outcome());
    }
  }

  /**
   * kg = kWh × grid intensity of the place: GHG Protocol Scope 2 Guidance (2015), chapter 6,
   * location-based method.
   */
  private Plan electricity(Ask ask) {
    Chain chain = new Chain(library, gwp, ask);
    GridPlaces.Found grid = gridPlaces.of(ask.place());
    FactorQuery query = FactorQuery.of(FactorKind.GRID, "", ask.day(), grid.place());
    Gases perKwh = chain.takeGases("grid intensity", query, KWH, grid.remark());
    return Plan.of(
        ask,
        KWH,
        new LinearEmission(
            "use",
            Scope.SCOPE_2,
            Optional.empty(),
            "location-based",
            perKwh,
            Optional.of(BigDecimal.ONE),
            chain.gwpSet(),
            chain.calculation("kg = kWh × grid intensity")));
  }

  /**
   * kg of each gas = quantity × factor, kg CO2e = Σ gas × GWP, biogenic CO2 apart: EPA GHG Emission
   * Factors Hub (2024), table 1; GHG Protocol Corporate Standard, chapter 6.
   */
  private Plan stationaryCombustion(Ask ask) {
    Unit unit = ask.unit();
    requireFuel(ask);
    FactorQuery query =
        new FactorQuery(
            FactorKind.COMBUSTION,
            ask.subject(),
            List.of(Places.country(ask.place().country()), Places.WORLD),
            ask.day(),
            Optional.of(unit));
    Chain chain = new Chain(library, gwp, ask);
    Unit per = chain.unitOf(query);
    Gases gases = chain.takeGases("fuel factor", query, per, "");
    return Plan.of(
        ask,
        per,
        new LinearEmission(
            "combustion",
            Scope.SCOPE_1,
            Optional.empty(),
            "fuel-combustion",
            gases,
            Optional.empty(),
            chain.gwpSet(),
            chain.calculation("kg of each gas = fuel × factor; kg CO2e = Σ gas × GWP")));
  }

  private void requireFuel(Ask ask) {
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
