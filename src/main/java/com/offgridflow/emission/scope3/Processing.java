package com.offgridflow.emission.scope3;

import static com.offgridflow.activity.ActivityKind.PROCESSING_OF_SOLD;

import com.offgridflow.emission.formula.Allocation;
import com.offgridflow.emission.formula.Case;
import com.offgridflow.emission.formula.Formula;
import com.offgridflow.emission.formula.Linear;
import com.offgridflow.emission.formula.Reported;
import com.offgridflow.emission.formula.Uses;
import com.offgridflow.factor.Factor;
import com.offgridflow.factor.FactorKind;
import java.util.List;
import java.util.Optional;

/** Processing of sold intermediate products: category 10. */
final class Processing {
  private Processing() {}

  static List<Formula> all() {
    return List.of(
        Formula.named("scope3.processing.site-specific", PROCESSING_OF_SOLD)
            .method("site-specific")
            .expression(
                "kg = Σ (fuel, electricity, gas leaked, waste) of the process × factor, or emissions reported, × own share; one activity per part")
            .source(Guidance.formula("10.1"))
            .takes(
                "mass_t",
                "mass of the product sold that goes in, to share the process; with total_mass_t")
            .takes("total_mass_t", "mass of all that goes in")
            .takes("share", "own share of the process, 1 when not told")
            .answeredBy(Processing::site),
        Formula.named("scope3.processing.average-data", PROCESSING_OF_SOLD)
            .method("average-data")
            .expression("kg = mass of the product sold × factor of its processing")
            .source(Guidance.formula("10.2"))
            .answeredBy(Processing::average));
  }

  private static Optional<Linear> site(Case one) {
    if (one.countsIn(Factor.KG_CO2E)) {
      return Reported.answer(one, Allocation.of(one));
    }
    if (Uses.knows(one, one.subject())) {
      return Optional.of(
          one.answer("use", Uses.of(one, one.subject(), one.unit()).times(Allocation.of(one))));
    }
    return one.find("waste", FactorKind.WASTE, one.subject(), one.unit())
        .map(waste -> one.answer("waste", waste.times(Allocation.of(one))));
  }

  private static Optional<Linear> average(Case one) {
    boolean site =
        one.countsIn(Factor.KG_CO2E)
            || Uses.knows(one, one.subject())
            || !one.library().units(FactorKind.WASTE, one.subject()).isEmpty();
    return site
        ? Optional.empty()
        : Optional.of(
            one.answer(
                "processing", one.need("process", FactorKind.PROCESS, one.subject(), one.unit())));
  }
}
