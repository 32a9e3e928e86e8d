package com.offgridflow.emission.scope3;

import static com.offgridflow.activity.ActivityKind.BUSINESS_TRAVEL;

import com.offgridflow.activity.Unit;
import com.offgridflow.emission.Decimals;
import com.offgridflow.emission.formula.Allocation;
import com.offgridflow.emission.formula.Case;
import com.offgridflow.emission.formula.Formula;
import com.offgridflow.emission.formula.Linear;
import com.offgridflow.emission.formula.LinearEmission;
import com.offgridflow.emission.formula.Spend;
import com.offgridflow.emission.formula.Taken;
import com.offgridflow.emission.formula.Uses;
import com.offgridflow.factor.FactorKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Business travel: category 6. Its methods serve commuting too. */
final class Travel {
  static final String OCCUPANCY = "travellers_per_vehicle";
  private static final Unit PASSENGER_KM = Unit.named("passenger-km");
  private static final Unit KM = Unit.named("km");
  private static final Unit NIGHT = Unit.named("room-night");

  private Travel() {}

  static List<Formula> all(Spend spend) {
    return List.of(
        fuelBased(),
        hotel(),
        distanceBased(),
        SpendBased.formula("scope3.travel.spend-based", "4.7", spend, BUSINESS_TRAVEL));
  }

  private static Formula fuelBased() {
    return Formula.named("scope3.travel.fuel-based", BUSINESS_TRAVEL)
        .method("fuel-based")
        .expression("kg = fuel × factor or electricity × grid, × own share")
        .source(Guidance.formula("4.1"))
        .takes("share", "own share of what the vehicle used, 1 when not told")
        .answeredBy(Travel::used);
  }

  static Optional<Linear> used(Case one) {
    return Uses.knows(one, one.subject())
        ? Optional.of(
            one.answer("use", Uses.of(one, one.subject(), one.unit()).times(Allocation.of(one))))
        : Optional.empty();
  }

  private static Formula hotel() {
    return Formula.named("scope3.travel.hotel", BUSINESS_TRAVEL)
        .method("hotel-nights")
        .expression("kg = nights × factor of the hotel, at its country")
        .source(Guidance.formula("6.1"))
        .answeredBy(
            one ->
                one.countsIn(NIGHT)
                    ? Optional.of(
                        one.answer(
                            "hotel",
                            one.need("hotel", FactorKind.ACCOMMODATION, one.subject(), one.unit())))
                    : Optional.empty());
  }

  private static Formula distanceBased() {
    return Formula.named("scope3.travel.distance-based", BUSINESS_TRAVEL)
        .method("distance-based")
        .expression("kg = distance × factor of the means of travel; well-to-tank where published")
        .source(Guidance.formula("6.1"))
        .takes(
            OCCUPANCY,
            "people who share the vehicle, for a quantity in passenger-km and a factor per km")
        .answeredBy(
            one ->
                one.countsIn(NIGHT) || one.unit().isMoney() || Uses.knows(one, one.subject())
                    ? Optional.empty()
                    : Optional.of(distance(one, BigDecimal.ONE)));
  }

  /**
   * A distance by the factor of kind travel.
   *
   * @param trips how often it is travelled
   */
  static Linear distance(Case one, BigDecimal trips) {
    boolean shared = one.countsIn(PASSENGER_KM) && one.given().has(OCCUPANCY);
    BigDecimal people = shared ? one.given().divisor(OCCUPANCY, "people") : BigDecimal.ONE;
    Unit from = shared ? PASSENGER_KM : one.unit();
    Unit moved = shared ? KM : one.unit();
    Taken travel = one.need("travel", FactorKind.TRAVEL, one.subject(), moved);
    List<LinearEmission> parts = new ArrayList<>(List.of(one.part("travel", travel)));
    Upstream.of(one, FactorKind.UPSTREAM_TRAVEL, travel.per(), BigDecimal.ONE)
        .ifPresent(parts::add);
    BigDecimal perOne = trips.multiply(moved.factorTo(travel.per()).orElseThrow());
    return one.answer(from, Decimals.over(perOne, people), travel.per(), parts);
  }
}
