package com.offgridflow.emission.scope1;

import com.offgridflow.activity.ActivityKind;
import com.offgridflow.activity.Unit;
import com.offgridflow.emission.Decimals;
import com.offgridflow.emission.Gases;
import com.offgridflow.emission.Scope;
import com.offgridflow.emission.formula.Case;
import com.offgridflow.emission.formula.Formula;
import com.offgridflow.emission.formula.Linear;
import com.offgridflow.emission.formula.LinearEmission;
import com.offgridflow.emission.formula.Taken;
import com.offgridflow.factor.FactorKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Fuel burnt in own equipment and vehicles. */
final class Combustion {
  private static final Unit KM = Unit.named("km");
  private static final Unit MILE = Unit.named("mile");
  private static final String EPA_MOBILE =
      "EPA Greenhouse Gas Inventory Guidance, Direct Emissions from Mobile Combustion Sources"
          + " (December 2020), ";

  private Combustion() {}

  static List<Formula> all() {
    return List.of(stationary(), mobileFuel(), mobileEconomy(), mobileVehicle());
  }

  private static Formula stationary() {
    return Formula.named("scope1.stationary-combustion", ActivityKind.STATIONARY_COMBUSTION)
        .scope(Scope.SCOPE_1)
        .method("fuel-combustion")
        .expression("kg of each gas = fuel × factor; kg CO2e = Σ gas × GWP")
        .source(
            "EPA GHG Emission Factors Hub (2024), table 1; GHG Protocol Corporate Standard,"
                + " chapter 6")
        .answeredBy(Combustion::stationary);
  }

  /** Biogenic CO2 stays apart. */
  private static Optional<Linear> stationary(Case one) {
    String kind = FactorKind.COMBUSTION;
    return Optional.of(
        one.answer("combustion", one.need("fuel factor", kind, one.subject(), one.unit())));
  }

  private static Formula mobileFuel() {
    return Formula.named("scope1.mobile-combustion.fuel", ActivityKind.MOBILE_COMBUSTION)
        .scope(Scope.SCOPE_1)
        .method("fuel-based")
        .expression(
            "kg of each gas = fuel × factor, CH4 and N2O of the vehicle = fuel × economy × factor")
        .source(EPA_MOBILE + "section 2 (CO2) and section 3 (CH4, N2O)")
        .takes("vehicle", "vehicle of a CH4 and N2O factor, where the fuel's factor is CO2 only")
        .takes("fuel_economy", "miles per unit of fuel, to count the vehicle's miles")
        .answeredBy(Combustion::fuel);
  }

  /** Empty for a quantity that is a distance. */
  private static Optional<Linear> fuel(Case one) {
    if (one.countsIn(KM)) {
      return Optional.empty();
    }
    Taken fuel = one.need("fuel factor", FactorKind.MOBILE, one.subject(), one.unit());
    List<LinearEmission> parts = new ArrayList<>(List.of(one.part("combustion", fuel)));
    Optional<LinearEmission> other = vehicleGases(one.sibling(), fuel.per());
    other.ifPresent(parts::add);
    boolean lacks = fuel.gases().ch4().isEmpty() && fuel.gases().co2().isPresent();
    List<String> gaps =
        lacks && other.isEmpty()
            ? List.of("CH4 and N2O: the factor of '" + one.subject() + "' is of CO2; tell vehicle")
            : List.of();
    return Optional.of(Linear.of(one.ask(), fuel.per(), parts, gaps));
  }

  /** CH4 and N2O by vehicle: per unit of fuel off the road, per mile on it. */
  private static Optional<LinearEmission> vehicleGases(Case one, Unit per) {
    Optional<String> vehicle = one.given().text("vehicle");
    if (vehicle.isEmpty()) {
      return Optional.empty();
    }
    String kind = FactorKind.MOBILE_CH4_N2O;
    if (!one.given().has("fuel_economy")) {
      Taken perFuel = one.need("vehicle", kind, vehicle.get(), per);
      BigDecimal units = per.factorTo(perFuel.per()).orElseThrow();
      return Optional.of(one.part("vehicle", new Taken(per, perFuel.gases().times(units))));
    }
    BigDecimal miles = one.given().number("fuel_economy", "mile/" + one.unit().symbol());
    BigDecimal perUnit = per.factorTo(one.unit()).orElseThrow().multiply(miles);
    Taken perMile = one.need("vehicle", kind, vehicle.get(), MILE);
    return Optional.of(one.part("vehicle", new Taken(per, perMile.gases().times(perUnit))));
  }

  private static Formula mobileEconomy() {
    return Formula.named("scope1.mobile-combustion.fuel-economy", ActivityKind.MOBILE_COMBUSTION)
        .scope(Scope.SCOPE_1)
        .method("distance-based")
        .expression(
            "kg CO2 = distance ÷ fuel economy × factor of the fuel; kg CH4, N2O = distance × factor of the vehicle")
        .source(EPA_MOBILE + "section 4.1 (fuel from distance) and section 3")
        .needs(
            "fuel", "the fuel, or none to count CH4 and N2O alone beside fuel that is booked apart")
        .takes(
            "fuel_economy",
            "distance per gal of fuel in the quantity's unit, such as miles per gallon")
        .answeredBy(Combustion::economy);
  }

  /** The subject is the vehicle; applies where the fuel is told. */
  private static Optional<Linear> economy(Case one) {
    Optional<String> fuel = one.given().text("fuel");
    if (!one.countsIn(KM) || fuel.isEmpty()) {
      return Optional.empty();
    }
    List<LinearEmission> parts = new ArrayList<>();
    if (!fuel.get().equals("none")) {
      parts.add(one.part("combustion", perDistance(one, fuel.get())));
    }
    String kind = FactorKind.MOBILE_CH4_N2O;
    Case vehicle = one.sibling();
    Taken gases = vehicle.need("vehicle", kind, one.subject(), one.unit());
    BigDecimal units = one.unit().factorTo(gases.per()).orElseThrow();
    parts.add(vehicle.part("vehicle", new Taken(one.unit(), gases.gases().times(units))));
    return Optional.of(Linear.of(one.ask(), one.unit(), parts, List.of()));
  }

  private static Taken perDistance(Case one, String fuel) {
    BigDecimal economy = one.given().divisor("fuel_economy", one.unit().symbol() + "/gal");
    Unit gallon = Unit.named("gal");
    Taken taken = one.need("fuel factor", FactorKind.MOBILE, fuel, gallon);
    BigDecimal units = gallon.factorTo(taken.per()).orElseThrow();
    Gases perMile = taken.gases().times(Decimals.over(units, economy));
    return new Taken(one.unit(), perMile);
  }

  private static Formula mobileVehicle() {
    return Formula.named("scope1.mobile-combustion.vehicle", ActivityKind.MOBILE_COMBUSTION)
        .scope(Scope.SCOPE_1)
        .method("distance-based")
        .expression("kg of each gas = distance × factor of the vehicle")
        .source(
            "UK Government GHG Conversion Factors for Company Reporting 2025, passenger and"
                + " delivery vehicles; GHG Protocol Corporate Standard, chapter 6")
        .answeredBy(Combustion::vehicle);
  }

  private static Optional<Linear> vehicle(Case one) {
    if (!one.countsIn(KM) || one.given().has("fuel")) {
      return Optional.empty();
    }
    String kind = FactorKind.MOBILE_DISTANCE;
    return Optional.of(
        one.answer("combustion", one.need("vehicle", kind, one.subject(), one.unit())));
  }
}
