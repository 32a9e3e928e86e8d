package com.offgridflow.emission.wiring;

import com.offgridflow.activity.Unit;
import com.offgridflow.emission.Outcome;
import com.offgridflow.emission.Outcome.Estimated;
import com.offgridflow.intake.Rejection;
import com.offgridflow.problem.Problem;
import com.offgridflow.problem.Problem.Fault;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What came of one activity of a request.
 *
 * @param index its place in the request, from 0
 * @param recordKey its key, where the request gave one
 * @param estimated emissions, where there are any
 * @param problem why there are none
 */
record Estimate(
    int index, String recordKey, Optional<Estimated> estimated, Optional<Problem> problem) {

  /**
   * @param at JSON pointer to the activity in the request
   */
  static Estimate of(int index, String recordKey, String at, Outcome outcome) {
    return outcome instanceof Estimated estimated
        ? new Estimate(index, recordKey, Optional.of(estimated), Optional.empty())
        : new Estimate(index, recordKey, Optional.empty(), Optional.of(problem(at, outcome)));
  }

  static Estimate rejected(int index, String recordKey, String at, Rejection rejection) {
    String where = at + (rejection.field().isEmpty() ? "" : "/" + pointer(rejection.field()));
    Fault fault = new Fault(where, rejection.value(), rejection.mitigation());
    String detail = rejection.field() + ": " + rejection.message();
    Problem problem = Problem.invalid(detail, List.of(fault));
    return new Estimate(index, recordKey, Optional.empty(), Optional.of(problem));
  }

  private static String pointer(String field) {
    return field.replaceFirst("^details[.]", "details/");
  }

  private static Problem problem(String at, Outcome outcome) {
    String type = "/problems/" + outcome.code().toLowerCase(Locale.ROOT).replace('_', '-');
    return new Problem(type, title(outcome), 422, outcome.message(), List.of(fault(at, outcome)));
  }

  private static String title(Outcome outcome) {
    return switch (outcome.code()) {
      case "MISSING_FACTOR" -> "No factor answers";
      case "INCOMPATIBLE_UNIT" -> "The unit does not convert";
      case "INVALID_INPUT" -> "A field cannot be right";
      case "WITHHELD" -> "Contradictory input, withheld for review";
      default -> "There is no method for this";
    };
  }

  private static Fault fault(String at, Outcome outcome) {
    if (outcome instanceof Outcome.MissingFactor missing) {
      return new Fault(at, missing.asked(), "nearest: " + String.join(", ", missing.nearest()));
    } else if (outcome instanceof Outcome.IncompatibleUnit unit) {
      return new Fault(at + "/unit", unit.unit().symbol(), "one of " + symbols(unit));
    } else if (outcome instanceof Outcome.InvalidInput input) {
      return new Fault(at + "/" + input.field(), input.value(), input.message());
    } else if (outcome instanceof Outcome.Withheld withheld) {
      return new Fault(at + "/" + withheld.field(), withheld.value(), withheld.message());
    }
    return new Fault(at + "/kind", "", outcome.message());
  }

  private static List<String> symbols(Outcome.IncompatibleUnit unit) {
    return unit.accepted().stream().map(Unit::symbol).toList();
  }
}
