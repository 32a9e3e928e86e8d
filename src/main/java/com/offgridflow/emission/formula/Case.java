package com.offgridflow.emission.formula;

import com.offgridflow.activity.Unit;
import com.offgridflow.emission.Decimals;
import com.offgridflow.emission.Gases;
import com.offgridflow.factor.Factor;
import com.offgridflow.factor.FactorChoice;
import com.offgridflow.factor.FactorLibrary;
import com.offgridflow.factor.FactorQuery;
import com.offgridflow.factor.PlaceLadder;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** One kind of activity under one formula: what was told of it, its factors, and the answer. */
public final class Case {
  private final Chain chain;
  private final Ask ask;
  private final String expression;

  /**
   * @param expression the formula in words, for the derivation
   */
  public Case(Chain chain, Ask ask, String expression) {
    this.chain = chain;
    this.ask = ask;
    this.expression = expression;
  }

  public Chain chain() {
    return chain;
  }

  public Ask ask() {
    return ask;
  }

  public Unit unit() {
    return ask.unit();
  }

  public String subject() {
    return ask.subject();
  }

  public Given given() {
    return new Given(chain, ask);
  }

  /** The same activity with a derivation of its own, for another component. */
  public Case sibling() {
    return new Case(chain.sibling(), ask, expression);
  }

  public FactorLibrary library() {
    return chain.basis().library();
  }

  /** Whether the quantity is counted in a unit that converts to this one. */
  public boolean countsIn(Unit unit) {
    return ask.unit().factorTo(unit).isPresent();
  }

  /** Where a factor may stand, narrow to wide: the narrowest that has one decides. */
  public List<String> places() {
    return new PlaceLadder(chain.basis().zones()).of(ask.place());
  }

  /** The factor of a kind and subject per a unit that this one converts to, where there is one. */
  public Optional<Taken> find(String name, String kind, String subject, Unit unit) {
    boolean found = library().choose(query(kind, subject, unit)) instanceof FactorChoice.Chosen;
    return found ? Optional.of(take(name, kind, subject, unit)) : Optional.empty();
  }

  /**
   * The factor of a kind and subject per a unit that this one converts to.
   *
   * @throws Unplannable when there is none, or only per other units
   */
  public Taken need(String name, String kind, String subject, Unit unit) {
    if (library().choose(query(kind, subject, unit)) instanceof FactorChoice.Missing) {
      List<Unit> others = unitsHere(kind, subject);
      if (others.stream().noneMatch(other -> unit.factorTo(other).isPresent())
          && !others.isEmpty()) {
        return byProperties(name, kind, subject, unit, others);
      }
    }
    return take(name, kind, subject, unit);
  }

  /** By the density and heating value of a fuel, where they lead to a factor's unit. */
  private Taken byProperties(
      String name, String kind, String subject, Unit unit, List<Unit> others) {
    for (Unit other : others) {
      Optional<BigDecimal> units = chain.takeFuel(subject, unit, other, places());
      if (units.isPresent()) {
        return new Taken(unit, take(name, kind, subject, other).gases().times(units.get()));
      }
    }
    throw new Unplannable(Outcomes.unit(ask.kind(), unit, others));
  }

  private List<Unit> unitsHere(String kind, String subject) {
    List<String> places = places();
    return library().stream()
        .filter(factor -> factor.kind().equals(kind) && factor.subject().equals(subject))
        .filter(factor -> places.contains(factor.place()))
        .map(Factor::perUnit)
        .distinct()
        .sorted(Comparator.comparing(Unit::symbol))
        .toList();
  }

  private Taken take(String name, String kind, String subject, Unit unit) {
    FactorQuery query = query(kind, subject, unit);
    Unit per = chain.unitOf(query);
    return new Taken(per, chain.takeGases(name, query, per, ""));
  }

  private FactorQuery query(String kind, String subject, Unit unit) {
    return new FactorQuery(kind, subject, places(), ask.day(), Optional.of(unit));
  }

  /**
   * A factor told with the activity, in kg CO2e per one of its unit; the detail {@code
   * factor_uncertainty} may tell its interval.
   */
  public Taken told(String detail) {
    String unit = "kg CO2e/" + ask.unit().symbol();
    BigDecimal kg = given().read(detail, unit);
    chain.told(detail.replace('_', ' '), kg, unit, "factor_uncertainty");
    return new Taken(ask.unit(), Gases.ofCo2e(kg));
  }

  /** The quantity by the factor. */
  public Linear answer(String component, Taken taken) {
    return Linear.of(ask, taken.per(), part(component, taken));
  }

  /**
   * The quantity by a factor per something else.
   *
   * @param from unit in which the quantity is read
   * @param perOne how many of the factor's unit one of that stands for
   */
  public Linear answer(String component, Unit from, BigDecimal perOne, Taken taken) {
    return answer(from, perOne, taken.per(), List.of(part(component, taken)));
  }

  /** As above, with several components. */
  public Linear answer(Unit from, BigDecimal perOne, Unit per, List<LinearEmission> parts) {
    BigDecimal conversion =
        ask.unit()
            .factorTo(from)
            .orElseThrow(
                () -> new Unplannable(Outcomes.unit(ask.kind(), ask.unit(), List.of(from))));
    return new Linear(
        Linear.Amount.QUANTITY, per, Decimals.times(conversion, perOne), parts, List.of());
  }

  /** A component of which this case's chain is the derivation. */
  public LinearEmission part(String component, Taken taken) {
    return chain.emission(component, taken.gases(), Optional.empty(), expression);
  }
}
