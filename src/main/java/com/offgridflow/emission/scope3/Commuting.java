package com.offgridflow.emission.scope3;

import static com.offgridflow.activity.ActivityKind.COMMUTING;

import com.offgridflow.activity.Unit;
import com.offgridflow.emission.formula.Case;
import com.offgridflow.emission.formula.Formula;
import com.offgridflow.emission.formula.Given;
import com.offgridflow.emission.formula.Linear;
import com.offgridflow.emission.formula.Taken;
import com.offgridflow.emission.formula.Uses;
import com.offgridflow.factor.FactorKind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Employees' ways to work, and their work at home: category 7. */
final class Commuting {
  private static final Unit EMPLOYEE = Unit.named("employee");
  private static final Unit KM = Unit.named("km");
  private static final Unit PASSENGER_KM = Unit.named("passenger-km");
  private static final BigDecimal THERE_AND_BACK = new BigDecimal(2);
  private static final String HOME = "homeworking";

  private Commuting() {}

  static List<Formula> all() {
    return List.of(fuelBased(), teleworking(), averageData(), distanceBased());
  }

  private static Formula fuelBased() {
    return Formula.named("scope3.commuting.fuel-based", COMMUTING)
        .method("fuel-based")
        .expression(
            "kg = fuel × factor or electricity × grid, × share; what work at home uses likewise")
        .source(Guidance.formula("4.1 and 7.1"))
        .takes(
            "share",
            "share that is for the way to work, or in addition for work at home; 1 when not told")
        .answeredBy(Travel::used);
  }

  private static Formula teleworking() {
    return Formula.named("scope3.commuting.teleworking", COMMUTING)
        .method("teleworking")
        .expression("kg = hours worked at home × factor per hour")
        .source(
            Guidance.formula("7.1") + "; UK Government GHG Conversion Factors 2025, homeworking")
        .answeredBy(
            one ->
                one.subject().startsWith(HOME)
                    ? Optional.of(
                        one.answer(
                            "homeworking",
                            one.need(HOME, FactorKind.COMMUTING, one.subject(), one.unit())))
                    : Optional.empty());
  }

  private static Formula averageData() {
    return Formula.named("scope3.commuting.average-data", COMMUTING)
        .method("average-data")
        .expression(
            "kg = employees × share of the mode × one-way distance × 2 × days × factor of the mode")
        .source(Guidance.formula("7.2"))
        .needs("one_way_km", "average distance between home and work")
        .needs("days", "working days in the period")
        .takes("mode_share", "share of the employees who use the mode, 1 when not told")
        .answeredBy(Commuting::average);
  }

  /** The quantity is a number of employees. */
  private static Optional<Linear> average(Case one) {
    if (!one.unit().equals(EMPLOYEE)) {
      return Optional.empty();
    }
    Given given = one.given();
    BigDecimal km = given.number("one_way_km", "km").multiply(trips(given));
    BigDecimal perEmployee = km.multiply(given.shareOrAll("mode_share"));
    Taken mode = mode(one);
    return Optional.of(one.answer("travel", EMPLOYEE, perEmployee, mode));
  }

  /** Per passenger-km where there is such a factor, else per vehicle-km. */
  private static Taken mode(Case one) {
    return one.find("mode", FactorKind.TRAVEL, one.subject(), PASSENGER_KM)
        .filter(taken -> taken.per().equals(PASSENGER_KM))
        .orElseGet(() -> one.need("mode", FactorKind.TRAVEL, one.subject(), KM));
  }

  private static BigDecimal trips(Given given) {
    return given.number("days", "day").multiply(THERE_AND_BACK);
  }

  private static Formula distanceBased() {
    return Formula.named("scope3.commuting.distance-based", COMMUTING)
        .method("distance-based")
        .expression(
            "kg = distance × factor of the means of travel; distance = one way × 2 × days where days are told")
        .source(Guidance.formula("7.1"))
        .takes(
            "days",
            "commuting days in the period, for a quantity that is the way from home to work")
        .takes(
            Travel.OCCUPANCY,
            "people who share the vehicle, for a quantity in passenger-km and a factor per km")
        .answeredBy(Commuting::byDistance);
  }

  private static Optional<Linear> byDistance(Case one) {
    boolean other = one.unit().equals(EMPLOYEE) || one.subject().startsWith(HOME);
    if (other || Uses.knows(one, one.subject())) {
      return Optional.empty();
    }
    BigDecimal trips = one.given().has("days") ? trips(one.given()) : BigDecimal.ONE;
    return Optional.of(Travel.distance(one, trips));
  }
}
