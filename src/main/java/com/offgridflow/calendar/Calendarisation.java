package com.offgridflow.calendar;

import com.offgridflow.activity.Activity;
import com.offgridflow.activity.ActivityKind;
import com.offgridflow.activity.Money;
import com.offgridflow.activity.SiteDetails;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Takes the bills of utilities apart by month; whatever else a tenant did stays whole. */
public final class Calendarisation {
  private static final Set<ActivityKind> UTILITIES =
      EnumSet.of(
          ActivityKind.ELECTRICITY,
          ActivityKind.HEAT,
          ActivityKind.STEAM,
          ActivityKind.COOLING,
          ActivityKind.STATIONARY_COMBUSTION);

  private Calendarisation() {}

  /** What is to be estimated of an activity: its month shares, which sum to it, or itself. */
  public static List<MonthlyActivity> of(Activity activity) {
    if (!UTILITIES.contains(activity.kind())) {
      return List.of(new MonthlyActivity(activity, Optional.empty()));
    }
    MonthShares months = new MonthShares(activity.period(), SiteDetails.zone(activity.details()));
    List<MonthShare> shares = months.of(activity.quantity());
    List<Optional<Money>> costs = costs(activity, months, shares.size());
    List<MonthlyActivity> monthly = new ArrayList<>(shares.size());
    for (int i = 0; i < shares.size(); i++) {
      Activity part = part(activity, shares.get(i), costs.get(i));
      monthly.add(new MonthlyActivity(part, Optional.of(shares.get(i).days())));
    }
    return monthly;
  }

  private static List<Optional<Money>> costs(Activity activity, MonthShares months, int count) {
    if (activity.cost().isEmpty()) {
      return Collections.nCopies(count, Optional.empty());
    }
    Money cost = activity.cost().get();
    List<BigDecimal> amounts = months.of(cost.amount());
    return amounts.stream().map(part -> Optional.of(new Money(part, cost.currency()))).toList();
  }

  private static Activity part(Activity whole, MonthShare share, Optional<Money> cost) {
    return new Activity(
        whole.recordKey(),
        whole.kind(),
        whole.subject(),
        share.quantity(),
        share.period(),
        whole.place(),
        whole.account(),
        whole.service(),
        cost,
        whole.evidence(),
        whole.details());
  }
}
