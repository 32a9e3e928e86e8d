package com.offgridflow.emission.scope2;

import com.offgridflow.activity.ActivityKind;
import com.offgridflow.emission.Scope;
import com.offgridflow.emission.formula.Formula;
import java.util.List;
import java.util.Optional;

/** Purchased energy: GHG Protocol Scope 2 Guidance (2015). */
public final class Scope2Formulas {
  /** Code of the formula for what an instrument covers. */
  public static final String INSTRUMENT = "scope2.instrument";

  /** Method of everything that instruments and residual mixes decide. */
  public static final String MARKET = "market-based";

  private static final String GUIDANCE = "GHG Protocol Scope 2 Guidance (2015), ";

  private Scope2Formulas() {}

  public static List<Formula> all() {
    return List.of(
        electricityByLocation(),
        heatByLocation(),
        byInstrument(),
        electricityByMarket(),
        heatByMarket());
  }

  private static Formula electricityByLocation() {
    return Formula.named("scope2.electricity.location", ActivityKind.ELECTRICITY)
        .scope(Scope.SCOPE_2)
        .method("location-based")
        .expression("kg = kWh × grid intensity")
        .source(GUIDANCE + "chapter 6, location-based method")
        .computedBy(EnergyRates::grid);
  }

  private static Formula heatByLocation() {
    return Formula.named(
            "scope2.heat.location", ActivityKind.HEAT, ActivityKind.STEAM, ActivityKind.COOLING)
        .scope(Scope.SCOPE_2)
        .method("location-based")
        .expression("kg = kWh × intensity of the network")
        .source(GUIDANCE + "appendix A")
        .computedBy(EnergyRates::network);
  }

  /** Instruments are shared between activities, so no single activity can tell what it gets. */
  private static Formula byInstrument() {
    return Formula.named(
            INSTRUMENT,
            ActivityKind.ELECTRICITY,
            ActivityKind.HEAT,
            ActivityKind.STEAM,
            ActivityKind.COOLING)
        .scope(Scope.SCOPE_2)
        .method(MARKET)
        .expression("kg = kWh covered by the instrument × rate of the instrument")
        .source(GUIDANCE + "section 6.11.3 and table 6.3; quality criteria in table 7.1")
        .computedBy((chain, ask) -> Optional.empty());
  }

  private static Formula electricityByMarket() {
    return Formula.named("scope2.electricity.market", ActivityKind.ELECTRICITY)
        .scope(Scope.SCOPE_2)
        .method(MARKET)
        .expression(
            "kg = kWh that no instrument covers × rate of the supplier, else of the residual mix,"
                + " else of the grid (provisional)")
        .source(GUIDANCE + "table 6.3")
        .computedBy(EnergyRates::uncoveredElectricity);
  }

  private static Formula heatByMarket() {
    return Formula.named(
            "scope2.heat.market", ActivityKind.HEAT, ActivityKind.STEAM, ActivityKind.COOLING)
        .scope(Scope.SCOPE_2)
        .method(MARKET)
        .expression(
            "kg = kWh that no instrument covers × rate of the supplier, else of the network")
        .source(GUIDANCE + "table 6.3 and appendix A")
        .computedBy(EnergyRates::uncoveredHeat);
  }
}
