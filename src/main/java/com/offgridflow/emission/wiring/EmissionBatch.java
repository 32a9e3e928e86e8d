package com.offgridflow.emission.wiring;

import com.offgridflow.activity.Evidence;
import com.offgridflow.calendar.Days;
import com.offgridflow.calendar.MonthlyActivity;
import com.offgridflow.emission.Emission;
import com.offgridflow.emission.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Emissions and gaps on their way to their tables. */
final class EmissionBatch {
  /**
   * @param days what of the activity it stands for; empty for all of it, dated in UTC
   */
  record Item(long activityId, Optional<Days> days, Emission emission) {}

  record Gap(long activityId, String code, String message, List<String> nearest) {}

  private final List<Item> items = new ArrayList<>();
  private final List<Gap> gaps = new ArrayList<>();

  void add(long activityId, MonthlyActivity part, Outcome outcome) {
    if (outcome instanceof Outcome.Estimated estimated) {
      estimated
          .emissions()
          .forEach(emission -> items.add(new Item(activityId, part.days(), emission)));
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

  List<Item> items() {
    return items;
  }

  List<Gap> gaps() {
    return gaps;
  }
}
