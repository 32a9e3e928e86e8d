package com.offgridflow.emission.formula;

import com.offgridflow.activity.Unit;
import com.offgridflow.emission.Gases;
import com.offgridflow.factor.FactorKind;
import com.offgridflow.factor.FactorQuery;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The factor of what someone uses, by its name: {@code electricity}, {@code heat}, {@code steam},
 * {@code cooling}, a fuel, or a gas that leaks. This is what the activity-based methods of Scope 3
 * have in common, whoever the user is.
 */
public final class Uses {
  public static final String ELECTRICITY = "electricity";
  private static final Set<String> NETWORKS = Set.of("heat", "steam", "cooling");
  private static final Unit KWH = Unit.named("kWh");

  private Uses() {}

  /** Whether the subject names an energy, fuel or gas that is known. */
  public static boolean knows(Case one, String subject) {
    return subject.equals(ELECTRICITY)
        || NETWORKS.contains(subject)
        || fuelKind(one, subject).isPresent()
        || LeakedGas.knows(subject);
  }

  /**
   * The factor of a subject that is known, per a unit that this one converts to.
   *
   * @throws Unplannable when there is none at the place, or only per other units
   */
  public static Taken of(Case one, String subject, Unit unit) {
    if (subject.equals(ELECTRICITY)) {
      return grid(one, unit);
    }
    if (NETWORKS.contains(subject)) {
      return one.need(subject, subject, "", unit);
    }
    Optional<String> fuel = fuelKind(one, subject);
    return fuel.isPresent()
        ? one.need("fuel factor", fuel.get(), subject, unit)
        : LeakedGas.need(one, subject);
  }

  private static Taken grid(Case one, Unit unit) {
    if (unit.factorTo(KWH).isEmpty()) {
      throw new Unplannable(Outcomes.unit(one.ask().kind(), unit, List.of(KWH)));
    }
    GridPlaces.Found grid =
        new GridPlaces(one.library(), one.chain().basis().zones()).of(one.ask().place());
    FactorQuery query = FactorQuery.of(FactorKind.GRID, "", one.ask().day(), grid.place());
    Gases perKwh = one.chain().takeGases("grid intensity", query, KWH, grid.remark());
    return new Taken(KWH, perKwh);
  }

  private static Optional<String> fuelKind(Case one, String subject) {
    return List.of(FactorKind.COMBUSTION, FactorKind.MOBILE).stream()
        .filter(kind -> !one.library().units(kind, subject).isEmpty())
        .findFirst();
  }
}
