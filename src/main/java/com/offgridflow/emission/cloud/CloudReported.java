package com.offgridflow.emission.cloud;

import com.offgridflow.emission.Gases;
import com.offgridflow.emission.formula.Ask;
import com.offgridflow.emission.formula.Chain;
import com.offgridflow.emission.formula.Linear;
import com.offgridflow.emission.formula.Outcomes;
import com.offgridflow.emission.formula.Unplannable;
import com.offgridflow.factor.Factor;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** What a cloud provider reports for a customer, taken as it stands. */
final class CloudReported {
  static final String EXPRESSION = "kg CO2e as the provider reports it";
  static final String BASIS = "basis";

  private static final List<String> BASES = List.of("", "location", "market");

  private CloudReported() {}

  /** In kg CO2e. */
  static Optional<Linear> plan(Chain chain, Ask ask) {
    String basis = ask.details().getOrDefault(BASIS, "");
    if (!BASES.contains(basis)) {
      throw new Unplannable(
          Outcomes.invalid(ask.kind(), BASIS, basis, "location or market, or left out"));
    }
    String how =
        "reported by "
            + ask.provider()
            + (basis.isEmpty() ? "" : ", " + basis + "-based")
            + Optional.ofNullable(ask.details().get("model_version"))
                .map(version -> ", model " + version)
                .orElse("");
    chain.compute("reported", BigDecimal.ONE, "kg CO2e/kg CO2e", how);
    return Optional.of(
        Linear.of(
            ask,
            Factor.KG_CO2E,
            chain.emission(
                "reported", Gases.ofCo2e(BigDecimal.ONE), Optional.empty(), EXPRESSION)));
  }
}
