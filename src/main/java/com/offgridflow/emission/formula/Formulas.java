package com.offgridflow.emission.formula;

import com.offgridflow.activity.ActivityKind;
import com.offgridflow.emission.Outcome;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The formulas in order of preference. Each that answers leaves its emissions; of those in one
 * series the first counts and the others stand beside it.
 */
public final class Formulas {
  private final EstimateBasis basis;
  private final List<Formula> all;
  private final Map<ActivityKind, List<Formula>> byKind = new EnumMap<>(ActivityKind.class);

  /**
   * @throws IllegalArgumentException when two formulas have the same code
   */
  public Formulas(EstimateBasis basis, List<Formula> all) {
    this.basis = basis;
    this.all = List.copyOf(all);
    Set<String> codes = new HashSet<>();
    for (Formula formula : all) {
      if (!codes.add(formula.code())) {
        throw new IllegalArgumentException("formula '" + formula.code() + "' occurs twice");
      }
      for (ActivityKind kind : formula.kinds()) {
        byKind.computeIfAbsent(kind, unused -> new ArrayList<>()).add(formula);
      }
    }
  }

  /** All formulas, in order of preference. */
  public List<Formula> all() {
    return all;
  }

  /** Whether figures for this kind change from day to day. */
  public boolean daily(ActivityKind kind) {
    return of(kind).stream().anyMatch(Formula::daily);
  }

  /** What to do with activities of which this was asked. */
  public Plan plan(Ask ask) {
    Answering answering = new Answering(ask, basis.profile());
    of(ask.kind()).forEach(formula -> answering.tryOut(formula, new Chain(basis, ask)));
    return answering.plan();
  }

  private List<Formula> of(ActivityKind kind) {
    return byKind.getOrDefault(kind, List.of());
  }

  /** Collects what each formula says of one ask. */
  private static final class Answering {
    private final Ask ask;
    private final String profile;
    private final Set<String> answered = new HashSet<>();
    private final List<Plan.Answer> answers = new ArrayList<>();
    private final List<String> gaps = new ArrayList<>();
    private final List<Failure> failures = new ArrayList<>();

    private record Failure(String series, Formula formula, Outcome outcome) {}

    Answering(Ask ask, String profile) {
      this.ask = ask;
      this.profile = profile;
    }

    void tryOut(Formula formula, Chain chain) {
      try {
        formula
            .body()
            .plan(chain, ask)
            .ifPresent(
                linear -> {
                  answer(formula, linear);
                  gaps.addAll(chain.gaps());
                });
      } catch (Unplannable e) {
        failures.add(new Failure(formula.series(ask.kind()), formula, e.outcome()));
      }
    }

    private void answer(Formula formula, Linear linear) {
      boolean counted = answered.add(formula.series(ask.kind()));
      String used = formula.code().startsWith("cloud.") ? profile : "";
      answers.add(new Plan.Answer(formula, formula.categoryOf(ask.kind()), counted, used, linear));
      gaps.addAll(linear.gaps());
    }

    Plan plan() {
      if (!answers.isEmpty()) {
        return new Plan.Answers(List.copyOf(answers), remaining());
      }
      return new Plan.Fixed(
          failures.isEmpty() ? Outcomes.noMethod(ask.kind()) : failures.get(0).outcome());
    }

    /** A series that no formula answers is a gap; one that another answers is none. */
    private List<String> remaining() {
      List<String> all = new ArrayList<>(gaps);
      failures.stream()
          .filter(failure -> !answered.contains(failure.series()))
          .map(failure -> failure.formula().method() + ": " + failure.outcome().message())
          .forEach(all::add);
      return List.copyOf(all);
    }
  }
}
