package com.offgridflow.emission.compare;

import com.offgridflow.activity.Activity;
import com.offgridflow.emission.Emission;
import com.offgridflow.emission.EmissionCalculator;
import com.offgridflow.emission.Outcome;
import com.offgridflow.emission.Outcome.Estimated;
import com.offgridflow.emission.profile.Cause;
import com.offgridflow.emission.profile.CloudMethod;
import com.offgridflow.emission.profile.Methodology;
import com.offgridflow.emission.profile.Profile;
import com.offgridflow.emission.profile.Profiles;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Two profiles side by side. Each activity is estimated under the first profile, then with one part
 * after another of the second in its place, in the order of {@link Cause}, until it is the second:
 * each step's difference is what the part causes, so that all of them sum to the whole difference.
 * What a profile does not estimate counts as nothing there, and the step at which that changes has
 * the difference.
 */
public final class ProfileComparison {
  private final List<Step> steps = new ArrayList<>();
  private final EmissionCalculator start;
  private final SortedMap<ComparedUse, ComparedRow> rows = new TreeMap<>();

  private record Step(Cause cause, EmissionCalculator calculator) {}

  /**
   * @param calculator whatever its methodology is, its factors are used
   */
  public ProfileComparison(EmissionCalculator calculator, Profile first, Profile second) {
    start = calculator.with(byUsage(first));
    Profile mixed = first;
    for (Cause cause : Cause.values()) {
      if (!first.part(cause).equals(second.part(cause))) {
        mixed = Profiles.mix(mixed, cause, second);
        steps.add(new Step(cause, calculator.with(byUsage(mixed))));
      }
    }
  }

  private static Methodology byUsage(Profile profile) {
    return new Methodology(profile.name(), Map.of(Methodology.ALL, List.of(CloudMethod.USAGE)));
  }

  /** Adds an activity of cloud use. */
  public void add(Activity activity) {
    ComparedRow row = rows.computeIfAbsent(ComparedUse.of(activity), unused -> new ComparedRow());
    Outcome outcome = start.estimate(activity);
    boolean inFirst = outcome instanceof Estimated;
    Figures before = figures(outcome);
    row.start(before);
    for (Step step : steps) {
      outcome = step.calculator().estimate(activity);
      Figures after = figures(outcome);
      row.step(step.cause(), after.minus(before));
      before = after;
    }
    row.end(before);
    row.count(inFirst, outcome instanceof Estimated);
  }

  /** A row per provider, service, region and kind of use. */
  public SortedMap<ComparedUse, ComparedRow> rows() {
    return Collections.unmodifiableSortedMap(rows);
  }

  /** All rows together. */
  public ComparedRow total() {
    ComparedRow total = new ComparedRow();
    rows.values().forEach(total::add);
    return total;
  }

  private static Figures figures(Outcome outcome) {
    if (!(outcome instanceof Estimated estimated)) {
      return Figures.NONE;
    }
    Figures sum = Figures.NONE;
    for (Emission emission : estimated.emissions()) {
      BigDecimal kwh = emission.energyKwh().orElse(BigDecimal.ZERO);
      sum = sum.plus(new Figures(kwh, emission.kgCo2e()));
    }
    return sum;
  }
}
