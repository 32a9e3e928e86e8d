package com.offgridflow.report;

import com.offgridflow.activity.ActivityKind;
import java.util.EnumSet;
import java.util.Set;

/** The scope that kinds of activities belong to: GHG Protocol Corporate Standard, chapter 4. */
final class ActivityScopes {
  private static final Set<ActivityKind> BOUGHT =
      EnumSet.of(
          ActivityKind.ELECTRICITY, ActivityKind.HEAT, ActivityKind.STEAM, ActivityKind.COOLING);

  private ActivityScopes() {}

  static int of(ActivityKind kind) {
    if (kind.category().isPresent()) {
      return 3;
    }
    return BOUGHT.contains(kind) ? 2 : 1;
  }
}
