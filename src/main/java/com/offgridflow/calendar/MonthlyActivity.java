package com.offgridflow.calendar;

import com.offgridflow.activity.Activity;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * What of an activity is estimated by itself.
 *
 * @param activity the activity, or its share of a month
 * @param days the days at the site that it stands for; empty where it is dated in UTC
 */
public record MonthlyActivity(Activity activity, Optional<Days> days) {

  /** The first day that it stands for. */
  public LocalDate day() {
    return days.map(Days::start)
        .orElseGet(() -> LocalDate.ofInstant(activity.period().start(), ZoneOffset.UTC));
  }
}
