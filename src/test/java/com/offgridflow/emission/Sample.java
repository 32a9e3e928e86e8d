package com.offgridflow.emission;

import com.offgridflow.activity.Activity;
import com.offgridflow.activity.ActivityKind;
import com.offgridflow.activity.Evidence;
import com.offgridflow.activity.Period;
import com.offgridflow.activity.Place;
import com.offgridflow.activity.Quantity;
import com.offgridflow.activity.Unit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** Activities for tests: one day, 1 September 2025 unless told otherwise. */
record Sample(ActivityKind kind, String subject, Quantity quantity, LocalDate day) {

  static Sample of(ActivityKind kind, String subject, String amount, String unit) {
    Quantity quantity = new Quantity(new BigDecimal(amount), Unit.named(unit));
    return new Sample(kind, subject, quantity, LocalDate.of(2025, 9, 1));
  }

  static Place cloud(String provider, String region) {
    return new Place(provider, region, "", "", "");
  }

  Sample on(LocalDate other) {
    return new Sample(kind, subject, quantity, other);
  }

  Activity at(Place place) {
    Period period =
        new Period(
            day.atStartOfDay(ZoneOffset.UTC).toInstant(),
            day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
    Evidence evidence = new Evidence("bill.csv", "00", "line 2", 1);
    return new Activity(
        "key", kind, subject, quantity, period, place, "", "", Optional.empty(), evidence);
  }
}
