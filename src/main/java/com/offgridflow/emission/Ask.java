package com.offgridflow.emission;

import com.offgridflow.activity.Activity;
import com.offgridflow.activity.ActivityKind;
import com.offgridflow.activity.Place;
import com.offgridflow.activity.Unit;
import com.offgridflow.factor.FactorQuery;
import com.offgridflow.factor.Places;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** An activity without its quantity: all that decides which formula and factors apply. */
record Ask(ActivityKind kind, String subject, Place place, Unit unit, LocalDate day) {

  static Ask of(Activity activity) {
    return new Ask(
        activity.kind(),
        activity.subject(),
        activity.place(),
        activity.quantity().unit(),
        LocalDate.ofInstant(activity.period().start(), ZoneOffset.UTC));
  }

  String provider() {
    return Places.supplier(place.supplier());
  }

  String region() {
    return Places.region(place.supplier(), place.region());
  }

  /** A coefficient of the provider. */
  FactorQuery ofProvider(String kind, String subject) {
    return FactorQuery.of(kind, subject, day, provider());
  }
}
