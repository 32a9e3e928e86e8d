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
      if (!estimated.gaps().isEmpty()) {
        gap(activityId, activity, "PARTIAL", String.join("; ", estimated.gaps()), List.of());
      }
    } else if (outcome instanceof Outcome.MissingFactor missing) {
      gap(activityId, activity, "MISSING_FACTOR", missing.message(), missing.nearest());
    } else if (outcome instanceof Outcome.IncompatibleUnit unit) {
      gap(activityId, activity, "INCOMPATIBLE_UNIT", unit.message(), List.of());
    } else if (outcome instanceof Outcome.NotEstimable none) {
      gap(activityId, activity, "NOT_ESTIMABLE", none.message(), List.of());
    }
  }

  /** A gap names the row it is about, so that its reader need not look the activity up first. */
  private void gap(long id, Activity activity, String code, String message, List<String> nearest) {
    Evidence evidence = activity.evidence();
    String where = evidence.object() + ", " + evidence.locator();
    gaps.add(new Gap(id, code, message + " (" + where + ")", nearest));
  }

  List<Item> items() {
    return items;
  }

  List<Gap> gaps() {
    return gaps;
  }
}
