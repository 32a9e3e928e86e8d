package com.offgridflow.emission.scope2;

import com.offgridflow.activity.Place;
import com.offgridflow.activity.Unit;
import com.offgridflow.emission.Gases;
import com.offgridflow.emission.formula.Ask;
import com.offgridflow.emission.formula.Chain;
import com.offgridflow.emission.formula.GridPlaces;
import com.offgridflow.emission.formula.Linear;
import com.offgridflow.factor.FactorChoice.Chosen;
import com.offgridflow.factor.FactorKind;
import com.offgridflow.factor.FactorQuery;
import com.offgridflow.factor.Places;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** What a kWh of purchased energy emits by the factors that there are for its place. */
final class EnergyRates {
  private static final Unit KWH = Unit.named("kWh");

  private EnergyRates() {}

  /** The average of the grid at the place. */
  static Optional<Linear> grid(Chain chain, Ask ask) {
    return linear(
        chain, ask, "use", "grid intensity", gridQuery(chain, ask), gridOf(chain, ask).remark());
  }

  /**
   * The average of the network at the place: its own by the name of its zone, else the country's.
   */
  static Optional<Linear> network(Chain chain, Ask ask) {
    return linear(chain, ask, "use", "network intensity", networkQuery(ask), "");
  }

  static Optional<Linear> uncoveredElectricity(Chain chain, Ask ask) {
    FactorQuery residual =
        query(ask, FactorKind.RESIDUAL_MIX, "", gridOf(chain, ask).place(), country(ask));
    if (answers(chain, supplierQuery(ask))) {
      return linear(
          chain, ask, EnergyComponents.SUPPLIER, "supplier's rate", supplierQuery(ask), "");
    }
    if (answers(chain, residual)) {
      return linear(
          chain,
          ask,
          EnergyComponents.RESIDUAL,
          "residual mix",
          residual,
          gridOf(chain, ask).remark());
    }
    String remark =
        gridOf(chain, ask).remark()
            + "; provisional: no residual mix is loaded for this place and day";
    return linear(
        chain, ask, EnergyComponents.GRID_AVERAGE, "grid intensity", gridQuery(chain, ask), remark);
  }

  static Optional<Linear> uncoveredHeat(Chain chain, Ask ask) {
    return answers(chain, supplierQuery(ask))
        ? linear(chain, ask, EnergyComponents.SUPPLIER, "supplier's rate", supplierQuery(ask), "")
        : linear(
            chain,
            ask,
            EnergyComponents.NETWORK_AVERAGE,
            "network intensity",
            networkQuery(ask),
            "");
  }

  private static Optional<Linear> linear(
      Chain chain, Ask ask, String component, String name, FactorQuery query, String remark) {
    Gases perKwh = chain.takeGases(name, query, KWH, remark);
    return Optional.of(
        Linear.of(
            ask,
            KWH,
            chain.emission(component, perKwh, Optional.of(BigDecimal.ONE), "kg = kWh × " + name)));
  }

  private static boolean answers(Chain chain, FactorQuery query) {
    return chain.basis().library().choose(query) instanceof Chosen;
  }

  private static GridPlaces.Found gridOf(Chain chain, Ask ask) {
    return new GridPlaces(chain.basis().library(), chain.basis().zones()).of(ask.place());
  }

  private static FactorQuery gridQuery(Chain chain, Ask ask) {
    return query(ask, FactorKind.GRID, "", gridOf(chain, ask).place());
  }

  private static FactorQuery networkQuery(Ask ask) {
    Place place = ask.place();
    String where = place.region().isEmpty() ? country(ask) : place.region();
    return query(ask, ask.kind().code(), ask.subject(), where);
  }

  private static FactorQuery supplierQuery(Ask ask) {
    String carrier = ask.kind().code();
    return query(ask, FactorKind.SUPPLIER_RATE, carrier, Places.supplier(ask.place().supplier()));
  }

  private static String country(Ask ask) {
    String country = Places.country(ask.place().country());
    return country.isEmpty() ? "a place without country" : country;
  }

  private static FactorQuery query(Ask ask, String kind, String subject, String... places) {
    return new FactorQuery(kind, subject, List.of(places), ask.day(), Optional.of(KWH));
  }
}
