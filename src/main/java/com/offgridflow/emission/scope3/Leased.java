package com.offgridflow.emission.scope3;

import static com.offgridflow.activity.ActivityKind.FRANCHISE;
import static com.offgridflow.activity.ActivityKind.LEASED_DOWNSTREAM;
import static com.offgridflow.activity.ActivityKind.LEASED_UPSTREAM;

import com.offgridflow.activity.ActivityKind;
import com.offgridflow.activity.Unit;
import com.offgridflow.emission.Decimals;
import com.offgridflow.emission.formula.Allocation;
import com.offgridflow.emission.formula.Case;
import com.offgridflow.emission.formula.Formula;
import com.offgridflow.emission.formula.Formula.Builder;
import com.offgridflow.emission.formula.Given;
import com.offgridflow.emission.formula.Linear;
import com.offgridflow.emission.formula.Reported;
import com.offgridflow.emission.formula.Taken;
import com.offgridflow.emission.formula.Uses;
import com.offgridflow.factor.Factor;
import com.offgridflow.factor.FactorKind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Assets leased from and to others, and franchises: categories 8, 13 and 14. */
final class Leased {
  private static final Unit SQUARE_METRE = Unit.named("m2");
  private static final Unit SQUARE_METRE_YEAR = Unit.named("m2-year");
  private static final String USED =
      "kg = (fuel × factor or electricity × grid or refrigerant leaked × GWP) × own area ÷ (area of the building × occupancy)";

  private Leased() {}

  static List<Formula> all() {
    return List.of(
        allocated(
                Formula.named("scope3.leased.asset-specific", LEASED_UPSTREAM, LEASED_DOWNSTREAM)
                    .method("asset-specific")
                    .expression(USED)
                    .source(Guidance.formula("8.1 and 8.2")))
            .answeredBy(Leased::used),
        allocated(
                Formula.named("scope3.leased.lessor-specific", LEASED_UPSTREAM)
                    .method("lessor-specific")
                    .expression("kg = Scopes 1 and 2 of the lessor × leased area ÷ all area")
                    .source(Guidance.formula("8.3")))
            .answeredBy(one -> Reported.answer(one, Allocation.of(one))),
        allocated(
                Formula.named("scope3.leased.lessee-specific", LEASED_DOWNSTREAM)
                    .method("lessee-specific")
                    .expression("kg = Scopes 1 and 2 of the lessee × leased area ÷ all area")
                    .source(Guidance.formula("8.3") + ", example 13.1"))
            .answeredBy(one -> Reported.answer(one, Allocation.of(one))),
        average("scope3.leased.average-data", "8.4 and 8.5", LEASED_UPSTREAM, LEASED_DOWNSTREAM),
        allocated(
                Formula.named("scope3.franchise.energy", FRANCHISE)
                    .method("franchise-specific")
                    .expression(USED + ", × franchises ÷ franchises sampled")
                    .source(Guidance.formula("14.1 to 14.3")))
            .takes("franchises", "number of franchises in the group, with sampled")
            .takes("sampled", "number of them that the quantity is of")
            .answeredBy(Leased::used),
        allocated(
                Formula.named("scope3.franchise.reported", FRANCHISE)
                    .method("franchise-specific")
                    .expression(
                        "kg = Scopes 1 and 2 of the franchisees × franchises ÷ franchises sampled")
                    .source(Guidance.formula("14.1 and 14.3")))
            .takes("franchises", "number of franchises in the group, with sampled")
            .takes("sampled", "number of them that the quantity is of")
            .answeredBy(one -> Reported.answer(one, Allocation.of(one).multiply(sample(one)))),
        average("scope3.franchise.average-data", "14.4 and 14.5", FRANCHISE));
  }

  private static Builder allocated(Builder formula) {
    return formula
        .takes("area_m2", "own area, to share a building; with total_area_m2")
        .takes("total_area_m2", "area of the whole building or of all assets")
        .takes("occupancy", "share of the building that is occupied, 1 when not told")
        .takes("share", "own share, where areas are not told");
  }

  /** Empty where the subject names no energy, fuel or gas. */
  private static Optional<Linear> used(Case one) {
    if (one.countsIn(Factor.KG_CO2E) || !Uses.knows(one, one.subject())) {
      return Optional.empty();
    }
    BigDecimal share = Allocation.of(one).multiply(sample(one));
    return Optional.of(one.answer("use", Uses.of(one, one.subject(), one.unit()).times(share)));
  }

  /** How many there are for each that was looked at. */
  private static BigDecimal sample(Case one) {
    Given given = one.given();
    return given.has("sampled")
        ? Decimals.over(
            given.number("franchises", "franchises"), given.divisor("sampled", "franchises"))
        : BigDecimal.ONE;
  }

  private static Formula average(
      String code, String numbers, ActivityKind first, ActivityKind... more) {
    return Formula.named(code, first, more)
        .method("average-data")
        .expression("kg = floor area or number of assets × years × factor of the type")
        .source(Guidance.formula(numbers))
        .takes("years", "years that the activity covers, 1 when not told")
        .answeredBy(Leased::average);
  }

  /** Per m2-year for an area; else per the unit of the quantity. */
  private static Optional<Linear> average(Case one) {
    if (one.countsIn(Factor.KG_CO2E)) {
      return Optional.empty();
    }
    BigDecimal years = one.given().optional("years", "year").orElse(BigDecimal.ONE);
    boolean area = one.countsIn(SQUARE_METRE);
    Unit per = area ? SQUARE_METRE_YEAR : one.unit();
    Taken type = one.need("type", FactorKind.ASSET, one.subject(), per);
    BigDecimal units = per.factorTo(type.per()).orElseThrow().multiply(years);
    return Optional.of(one.answer("asset", area ? SQUARE_METRE : one.unit(), units, type));
  }
}
