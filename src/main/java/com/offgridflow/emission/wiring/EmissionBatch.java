package com.offgridflow.emission.wiring;

import com.offgridflow.activity.Evidence;
import com.offgridflow.calendar.Calendarisation;
import com.offgridflow.calendar.Days;
import com.offgridflow.calendar.MonthlyActivity;
import com.offgridflow.emission.Emission;
import com.offgridflow.emission.EmissionCalculator;
import com.offgridflow.emission.Outcome;
import com.offgridflow.emission.scope2.Scope2Formulas;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Emissions and gaps on their way to their tables. */
public final class EmissionBatch {
  /**
   * @param days what of the activity it stands for; empty for all of it, dated in UTC
   * @param day first day of its period
   */
  public record Item(long activityId, Optional<Days> days, LocalDate day, Emission emission) {}

  record Gap(long activityId, String code, String message, List<String> nearest) {}

  private final List<Item> items = new ArrayList<>();
  private final List<Gap> gaps = new ArrayList<>();

  /** What the calculator says of each activity, bills by month. */
  public static EmissionBatch of(EmissionCalculator calculator, List<PendingActivity> activities) {
    EmissionBatch batch = new EmissionBatch();
    for (PendingActivity item : activities) {
      for (MonthlyActivity part : Calendarisation.of(item.activity())) {
        batch.add(item.id(), part, ofItsOwn(calculator.estimate(part.activity())));
      }
    }
    return batch;
  }

  /** What an activity can tell by itself: market-based figures need all of a year. */
  private static Outcome ofItsOwn(Outcome outcome) {
    if (!(outcome instanceof Outcome.Estimated estimated)) {
      return outcome;
    }
    List<Emission> own =
        estimated.emissions().stream()
            .filter(emission -> !emission.method().equals(Scope2Formulas.MARKET))
            .toList();
    return new Outcome.Estimated(own, estimated.gaps());
  }

  void add(long activityId, MonthlyActivity part, Outcome outcome) {
    if (outcome instanceof Outcome.Estimated estimated) {
      LocalDate day = part.day();
      estimated
          .emissions()
          .forEach(emission -> items.add(new Item(activityId, part.days(), day, emission)));
    }
    if (!outcome.message().isEmpty()) {
      gap(activityId, part, outcome);
    }
  }

  /** A gap names the row it is about, so that its reader need not look the activity up first. */
  private void gap(long id, MonthlyActivity part, Outcome outcome) {
    Evidence evidence = part.activity().evidence();
    String where = evidence.object() + ", " + evidence.locator();
    List<String> nearest =
        outcome instanceof Outcome.MissingFactor missing ? missing.nearest() : List.of();
    gaps.add(new Gap(id, outcome.code(), outcome.message() + " (" + where + ")", nearest));
  }

  /** Some of the emissions, and all gaps. */
  public EmissionBatch only(Predicate<Item> wanted) {
    EmissionBatch some = new EmissionBatch();
    items.stream().filter(wanted).forEach(some.items::add);
    some.gaps.addAll(gaps);
    return some;
  }

  /** Emissions and gaps of all activities but these. */
  EmissionBatch without(Set<Long> activities) {
    EmissionBatch others = new EmissionBatch();
    items.stream().filter(i -> !activities.contains(i.activityId())).forEach(others.items::add);
    gaps.stream().filter(g -> !activities.contains(g.activityId())).forEach(others.gaps::add);
    return others;
  }

  public List<Item> items() {
    return items;
  }

  List<Gap> gaps() {
    return gaps;
  }
}
