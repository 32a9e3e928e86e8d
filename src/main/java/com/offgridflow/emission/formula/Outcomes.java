package com.offgridflow.emission.formula;

import com.offgridflow.activity.ActivityKind;
import com.offgridflow.activity.Unit;
import com.offgridflow.emission.Outcome.IncompatibleUnit;
import com.offgridflow.emission.Outcome.InvalidInput;
import com.offgridflow.emission.Outcome.MissingFactor;
import com.offgridflow.emission.Outcome.NotEstimable;
import com.offgridflow.factor.FactorChoice.Missing;
import com.offgridflow.factor.GwpSet;
import com.offgridflow.factor.NearMiss;
import java.util.List;
import java.util.stream.Collectors;

/** The messages of what cannot be estimated. */
public final class Outcomes {
  private Outcomes() {}

  public static MissingFactor missing(ActivityKind kind, Missing missing) {
    String nearest =
        missing.nearMisses().isEmpty()
            ? "there is none of this kind; load one"
            : missing.nearMisses().stream()
                .map(NearMiss::toString)
                .collect(Collectors.joining(", ", "nearest are ", ""));
    return new MissingFactor(
        kind,
        missing.asked(),
        missing.nearest(),
        "no factor for " + missing.asked() + "; " + nearest);
  }

  public static IncompatibleUnit unit(ActivityKind kind, Unit unit, List<Unit> accepted) {
    String wanted = accepted.stream().map(Unit::symbol).collect(Collectors.joining(", "));
    return new IncompatibleUnit(
        kind,
        unit,
        accepted,
        kind.code() + " in '" + unit.symbol() + "' does not convert to " + wanted);
  }

  /**
   * @param wanted what would have worked
   */
  public static InvalidInput invalid(ActivityKind kind, String field, String value, String wanted) {
    return new InvalidInput(
        kind, field, value, kind.code() + ", " + field + ": '" + value + "' should be " + wanted);
  }

  public static InvalidInput gas(ActivityKind kind, String gas, GwpSet gwp) {
    return invalid(kind, "subject", gas, "a gas with a global warming potential in " + gwp.name());
  }

  public static InvalidInput currency(ActivityKind kind, String currency) {
    return invalid(kind, "currency", currency, "a currency of ISO 4217, such as EUR");
  }

  public static MissingFactor noRate(ActivityKind kind, Unit from, Unit to, String message) {
    String asked = "exchange rate " + to.symbol() + "/" + from.symbol();
    String remedy = "; or tell details.exchange_rate";
    return new MissingFactor(kind, asked, List.of(), message + remedy);
  }

  public static NotEstimable noMethod(ActivityKind kind) {
    return new NotEstimable(
        kind, kind.code() + " has no usage-based method; it can only be estimated by its cost");
  }
}
