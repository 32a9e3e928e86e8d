package com.offgridflow.emission.scope3;

import static com.offgridflow.activity.ActivityKind.USE_OF_SOLD;

import com.offgridflow.activity.Unit;
import com.offgridflow.emission.Gases;
import com.offgridflow.emission.formula.Allocation;
import com.offgridflow.emission.formula.Case;
import com.offgridflow.emission.formula.Formula;
import com.offgridflow.emission.formula.Given;
import com.offgridflow.emission.formula.LeakedGas;
import com.offgridflow.emission.formula.Linear;
import com.offgridflow.emission.formula.Taken;
import com.offgridflow.emission.formula.Uses;
import com.offgridflow.factor.FactorKind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Use of sold products over their life: category 11. */
final class UseOfSold {
  private static final Unit KWH = Unit.named("kWh");
  private static final String USES = "lifetime_uses";
  private static final String ENERGY = "kwh_per_use";
  private static final String SCENARIO = "scenario_share";
  private static final String CONTAINED = "gas_per_product_kg";
  private static final String PER_USE = "kg_co2e_per_use";

  private UseOfSold() {}

  static List<Formula> all() {
    return List.of(
        energy("scope3.use.indirect", "indirect-use-phase", "11.4")
            .needs(SCENARIO, "share of the uses that are in this scenario")
            .answeredBy(one -> one.given().has(SCENARIO) ? energy(one) : Optional.empty()),
        energy("scope3.use.direct", "direct-use-phase", "11.1")
            .answeredBy(one -> one.given().has(SCENARIO) ? Optional.empty() : energy(one)),
        contained(),
        intermediate(),
        fuels());
  }

  private static Formula.Builder energy(String code, String method, String numbers) {
    return Formula.named(code, USE_OF_SOLD)
        .method(method)
        .expression(
            "kg = products sold × uses in a life × share of the scenario × kWh per use × factor of the energy")
        .source(Guidance.formula(numbers))
        .needs(USES, "uses of one product in its life")
        .needs(ENERGY, "kWh of the subject (electricity or a fuel) per use");
  }

  /** The quantity is a number of products, in whatever unit. */
  private static Optional<Linear> energy(Case one) {
    if (!one.given().has(USES, ENERGY)) {
      return Optional.empty();
    }
    Given given = one.given();
    BigDecimal kwh =
        given
            .number(USES, "uses")
            .multiply(given.shareOrAll(SCENARIO))
            .multiply(given.number(ENERGY, "kWh"));
    Taken energy = Uses.of(one, one.subject(), KWH);
    BigDecimal units = KWH.factorTo(energy.per()).orElseThrow().multiply(kwh);
    return Optional.of(one.answer("use", one.unit(), units, energy));
  }

  private static Formula contained() {
    return Formula.named("scope3.use.contained-gas", USE_OF_SOLD)
        .method("direct-use-phase")
        .expression("kg = products sold × kg of gas in each × share that is released × GWP")
        .source(Guidance.formula("11.3"))
        .needs(CONTAINED, "kg of the subject, a gas or blend, in one product")
        .takes("released_share", "share that is released in the product's life, 1 when not told")
        .answeredBy(UseOfSold::contained);
  }

  private static Optional<Linear> contained(Case one) {
    if (!one.given().has(CONTAINED)) {
      return Optional.empty();
    }
    BigDecimal kg =
        one.given().number(CONTAINED, "kg").multiply(one.given().shareOrAll("released_share"));
    return Optional.of(one.answer("leak", one.unit(), kg, LeakedGas.need(one, one.subject())));
  }

  private static Formula intermediate() {
    return Formula.named("scope3.use.intermediate", USE_OF_SOLD)
        .method("intermediate-product")
        .expression(
            "kg = products sold × uses of the final product × kg CO2e per use × own share of it")
        .source(Guidance.formula("11.5"))
        .needs(USES, "uses of the final product in its life, such as km flown")
        .needs(PER_USE, "kg CO2e of the final product per use")
        .takes("mass_t", "mass of the product sold, to share the final product; with total_mass_t")
        .takes("total_mass_t", "mass of the final product")
        .takes("share", "own share of the final product, where masses are not told")
        .answeredBy(UseOfSold::intermediate);
  }

  private static Optional<Linear> intermediate(Case one) {
    if (!one.given().has(PER_USE)) {
      return Optional.empty();
    }
    BigDecimal kg =
        one.given().number(USES, "uses").multiply(one.given().number(PER_USE, "kg CO2e"));
    BigDecimal share = Allocation.of(one);
    Taken use = new Taken(one.unit(), Gases.ofCo2e(kg)).times(share);
    return Optional.of(one.answer("use", use));
  }

  private static Formula fuels() {
    return Formula.named("scope3.use.fuel-sold", USE_OF_SOLD)
        .method("fuel-sold")
        .expression("kg = fuel or feedstock sold × factor of burning it")
        .source(Guidance.formula("11.2"))
        .answeredBy(
            one ->
                one.given().has(USES) || one.given().has(CONTAINED)
                    ? Optional.empty()
                    : Optional.of(
                        one.answer(
                            "combustion",
                            one.need(
                                "fuel factor", FactorKind.COMBUSTION, one.subject(), one.unit()))));
  }
}
