package com.offgridflow.emission.formula;

import com.offgridflow.activity.ActivityKind;
import com.offgridflow.emission.Outcome;
import com.offgridflow.emission.profile.Cause;
import com.offgridflow.emission.profile.Methodology;
import com.offgridflow.emission.profile.Profiles;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/**
 * The formulas in order of preference. Each that answers leaves its emissions; of those in one
 * series the first counts and the others stand beside it.
 */
public final class Formulas {
  /** Kinds that are billed by months, whose hours a profile may take from the calendar. */
  private static final Set<ActivityKind> BY_THE_MONTH =
      EnumSet.of(
          ActivityKind.CLOUD_STORAGE_SSD, ActivityKind.CLOUD_STORAGE_HDD, ActivityKind.CLOUD_OTHER);

  private final EstimateBasis basis;
  private final Methodology methodology;
  private final boolean monthly;
  private final Map<ActivityKind, List<Formula>> byKind = new EnumMap<>(ActivityKind.class);
  private final Set<ActivityKind> daily = EnumSet.noneOf(ActivityKind.class);

  /**
   * @param methodology how cloud use is estimated, and which of its methods counts
   * @throws IllegalArgumentException when two formulas have the same code
   */
  public Formulas(EstimateBasis basis, Methodology methodology, List<Formula> all) {
    this.basis = basis.withProfile(methodology.profile());
    this.methodology = methodology;
    this.monthly =
        Profiles.named(methodology.profile()).part(Cause.MONTH).says("hours", "calendar");
    Set<String> codes = new HashSet<>();
    for (Formula formula : all) {
      if (!codes.add(formula.code())) {
        throw new IllegalArgumentException("formula '" + formula.code() + "' occurs twice");
      }
      for (ActivityKind kind : formula.kinds()) {
        byKind.computeIfAbsent(kind, unused -> new ArrayList<>()).add(formula);
      }
    }
    byKind.keySet().stream().filter(this::changes).forEach(daily::add);
  }

  /** Whether figures for this kind change from day to day, or from month to month. */
  public boolean daily(ActivityKind kind) {
    return daily.contains(kind);
  }

  private boolean changes(ActivityKind kind) {
    return monthly && BY_THE_MONTH.contains(kind)
        || of(kind).stream()
            .anyMatch(f -> f.daily() && (!ofCloud(kind) || methodology.uses(f.method())));
  }

  /** What to do with activities of which this was asked. */
  public Plan plan(Ask ask) {
    Answering answering = new Answering(ask, basis.profile());
    preferred(ask).forEach(formula -> answering.tryOut(formula, new Chain(basis, ask)));
    return answering.plan();
  }

  /** Those of the tenant's methods, the preferred one first. */
  private Stream<Formula> preferred(Ask ask) {
    if (!ofCloud(ask.kind())) {
      return of(ask.kind()).stream();
    }
    ToIntFunction<Formula> rank =
        formula -> methodology.rank(ask.provider(), formula.method()).orElse(Integer.MAX_VALUE);
    return of(ask.kind()).stream()
        .filter(formula -> alone(formula) || rank.applyAsInt(formula) < Integer.MAX_VALUE)
        .sorted(Comparator.comparingInt(rank));
  }

  private static boolean ofCloud(ActivityKind kind) {
    return kind.code().startsWith("cloud.");
  }

  /** What a provider reports is no estimate of other activities: it stands, counted or not. */
  private static boolean alone(Formula formula) {
    return formula.kinds().equals(Set.of(ActivityKind.CLOUD_REPORTED));
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
