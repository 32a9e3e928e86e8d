package com.offgridflow.emission.scope1;

import com.offgridflow.activity.ActivityKind;
import com.offgridflow.activity.Unit;
import com.offgridflow.emission.Decimals;
import com.offgridflow.emission.Scope;
import com.offgridflow.emission.formula.Case;
import com.offgridflow.emission.formula.Formula;
import com.offgridflow.emission.formula.Linear;
import com.offgridflow.emission.formula.Taken;
import com.offgridflow.factor.FactorKind;
import com.offgridflow.factor.FactorQuery;
import com.offgridflow.factor.Places;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The carbon balance of iron and steel works: what goes in and does not come out is burnt. */
final class Steel {
  private static final Unit KG = Unit.named("kg");
  private static final BigDecimal CO2 = new BigDecimal(44);
  private static final BigDecimal CARBON = new BigDecimal(12);

  private Steel() {}

  static List<Formula> all() {
    return List.of(
        Formula.named("scope1.process.steel", ActivityKind.PROCESS_STEEL)
            .scope(Scope.SCOPE_1)
            .method("carbon-balance")
            .expression(
                "kg CO2 = Σ inputs × carbon − Σ outputs × carbon, × 44 ÷ 12; one activity per input or output")
            .source("IPCC 2006 Guidelines, volume 3, chapter 4, equation 4.9, table 4.3")
            .needs("flow", "input or output")
            .takes("carbon_content", "share of carbon in the material, for data of one's own")
            .answeredBy(Steel::flow));
  }

  private static Optional<Linear> flow(Case one) {
    boolean input = one.given().word("flow", Set.of("input", "output")).equals("input");
    BigDecimal carbon =
        one.given().has("carbon_content") ? one.given().share("carbon_content") : published(one);
    BigDecimal kg = Decimals.over(carbon.multiply(CO2), CARBON);
    one.chain().compute("CO2 per kg", input ? kg : kg.negate(), "kg/kg", "carbon × 44 ÷ 12");
    return Optional.of(
        one.answer("process", new Taken(KG, Minerals.co2(input ? kg : kg.negate()))));
  }

  private static BigDecimal published(Case one) {
    FactorQuery query =
        FactorQuery.of(FactorKind.CARBON_CONTENT, one.subject(), one.ask().day(), Places.WORLD);
    return one.chain().take("carbon", "kg/kg", query);
  }
}
