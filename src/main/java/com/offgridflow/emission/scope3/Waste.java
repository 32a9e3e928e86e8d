package com.offgridflow.emission.scope3;

import static com.offgridflow.activity.ActivityKind.END_OF_LIFE;
import static com.offgridflow.activity.ActivityKind.WASTE;

import com.offgridflow.emission.formula.Case;
import com.offgridflow.emission.formula.Formula;
import com.offgridflow.emission.formula.Linear;
import com.offgridflow.emission.formula.Reported;
import com.offgridflow.factor.Factor;
import com.offgridflow.factor.FactorKind;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Waste of operations and sold products at the end of their life: categories 5 and 12. */
final class Waste {
  private static final Set<String> TREATMENTS =
      Set.of(
          "landfill", "incineration", "composting", "anaerobic-digestion", "recycling", "re-use");

  private Waste() {}

  static List<Formula> all() {
    return List.of(supplierSpecific(), typeSpecific(), averageData());
  }

  private static Formula supplierSpecific() {
    return Formula.named("scope3.waste.supplier-specific", WASTE, END_OF_LIFE)
        .method("supplier-specific")
        .expression("kg = Scopes 1 and 2 of the waste company, allocated to one's own waste")
        .source(Guidance.formula("5.1"))
        .takes("share", "own share of the emissions reported, 1 when not told")
        .answeredBy(one -> Reported.answer(one, one.given().shareOrAll("share")));
  }

  private static Formula typeSpecific() {
    return Formula.named("scope3.waste.waste-type-specific", WASTE, END_OF_LIFE)
        .method("waste-type-specific")
        .expression("kg = waste × share so treated × factor of the waste and its treatment")
        .source(Guidance.formula("5.2 and 12.1"))
        .takes("share", "share of the waste that is so treated, 1 when not told")
        .answeredBy(one -> by(one, false));
  }

  private static Formula averageData() {
    return Formula.named("scope3.waste.average-data", WASTE, END_OF_LIFE)
        .method("average-data")
        .expression("kg = all waste × share so treated × average factor of the treatment")
        .source(Guidance.formula("5.3"))
        .takes("share", "share of the waste that is so treated, 1 when not told")
        .answeredBy(one -> by(one, true));
  }

  /** The subject of the average is a treatment alone. */
  private static Optional<Linear> by(Case one, boolean average) {
    boolean treatmentAlone = TREATMENTS.contains(one.subject().split("/", 2)[0]);
    if (one.countsIn(Factor.KG_CO2E) || treatmentAlone != average) {
      return Optional.empty();
    }
    return Optional.of(
        one.answer(
            "treatment",
            one.need("treatment", FactorKind.WASTE, one.subject(), one.unit())
                .times(one.given().shareOrAll("share"))));
  }
}
