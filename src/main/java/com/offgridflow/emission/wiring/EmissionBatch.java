package com.offgridflow.emission.wiring;

import com.offgridflow.activity.Activity;
import com.offgridflow.activity.Evidence;
import com.offgridflow.emission.Emission;
import com.offgridflow.emission.Outcome;
import java.util.ArrayList;
import java.util.List;

/** Emissions and gaps on their way to their tables. */
final class EmissionBatch {
  record Item(long activityId, Emission emission) {}

  record Gap(long activityId, String code, String message, List<String> nearest) {}

  private final List<Item> items = new ArrayList<>();
  private final List<Gap> gaps = new ArrayList<>();

  void add(long activityId, Activity activity, Outcome outcome) {
    if (outcome instanceof Outcome.Estimated estimated) {
      estimated.emissions().forEach(emission -> items.add(new Item(activityId, emission)));
    }
    if (!outcome.message().isEmpty()) {
      gap(activityId, activity, outcome);
    }
  }

  /** A gap names the row it is about, so that its reader need not look the activity up first. */
  private void gap(long id, Activity activity, Outcome outcome) {
    Evidence evidence = activity.evidence();
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
