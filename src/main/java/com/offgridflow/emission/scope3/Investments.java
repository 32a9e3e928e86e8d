package com.offgridflow.emission.scope3;

import static com.offgridflow.activity.ActivityKind.INVESTMENT;

import com.offgridflow.emission.formula.Case;
import com.offgridflow.emission.formula.Formula;
import com.offgridflow.emission.formula.Linear;
import com.offgridflow.emission.formula.Reported;
import com.offgridflow.emission.formula.Spend;
import com.offgridflow.factor.Factor;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Investments: category 15. */
final class Investments {
  private static final String SHARE = "share";
  private static final String TYPE = "investment";
  private static final String PROJECT = "project";
  private static final String YEARS = "lifetime_years";
  private static final Set<String> TYPES = Set.of("equity", "debt", PROJECT);

  private Investments() {}

  static List<Formula> all(Spend spend) {
    return List.of(
        shared("scope3.investment.project-specific", "project-specific", "15.3")
            .expression(
                "kg = Scopes 1 and 2 of the project × share of its total costs, equity and debt")
            .needs(TYPE, PROJECT)
            .answeredBy(one -> ofProject(one) ? reported(one, BigDecimal.ONE) : Optional.empty()),
        shared("scope3.investment.investment-specific", "investment-specific", "15.1")
            .expression(
                "kg = Scopes 1 and 2 of the investee × share of its equity (of equity and debt, for debt)")
            .takes(TYPE, "equity (the default) or debt")
            .answeredBy(one -> ofProject(one) ? Optional.empty() : reported(one, BigDecimal.ONE)),
        shared("scope3.investment.average-data", "average-data", "15.2 and 15.4")
            .expression(
                "kg = revenue of the investee (construction cost of a project) × factor of its sector × share")
            .takes("sector", "sector of a factor of kind spend, where the subject is none")
            .takes(
                "exchange_rate",
                "of the factor's currency for one of the activity's, for a rate of one's own")
            .takes("price_ratio", "prices of the factor's year over those of the activity's")
            .daily()
            .answeredBy(one -> average(one, spend)),
        shared(
                "scope3.investment.projected-lifetime",
                "projected-lifetime",
                "15.4, projected total lifetime emissions")
            .expression(
                "kg = emissions of a year × years of life × share; stands beside the year's and counts into no total")
            .needs(TYPE, PROJECT)
            .needs(YEARS, "years that the project is expected to run")
            .answeredBy(Investments::lifetime));
  }

  private static Formula.Builder shared(String code, String method, String numbers) {
    return Formula.named(code, INVESTMENT)
        .method(method)
        .source(Guidance.formula(numbers))
        .needs(SHARE, "one's own share of equity or of project costs, 0 to 1");
  }

  private static boolean ofProject(Case one) {
    return one.given().has(TYPE) && one.given().word(TYPE, TYPES).equals(PROJECT);
  }

  private static Optional<Linear> reported(Case one, BigDecimal years) {
    return one.countsIn(Factor.KG_CO2E)
        ? Reported.answer(one, one.given().share(SHARE).multiply(years))
        : Optional.empty();
  }

  private static Optional<Linear> average(Case one, Spend spend) {
    return one.countsIn(Factor.KG_CO2E)
        ? Optional.empty()
        : spend.answer(one, one.given().share(SHARE));
  }

  private static Optional<Linear> lifetime(Case one) {
    return ofProject(one) && one.given().has(YEARS)
        ? reported(one, one.given().number(YEARS, "year"))
        : Optional.empty();
  }
}
