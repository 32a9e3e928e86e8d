package com.offgridflow.emission.formula;

import com.offgridflow.activity.Activity;
import com.offgridflow.activity.ActivityKind;
import com.offgridflow.activity.Money;
import com.offgridflow.activity.Place;
import com.offgridflow.activity.SiteDetails;
import com.offgridflow.activity.Unit;
import com.offgridflow.factor.FactorQuery;
import com.offgridflow.factor.Places;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;

/**
 * An activity without its amounts: all that decides which formulas and factors apply.
 *
 * @param day the day at the site on which it starts
 * @param end the day after the last one
 * @param currency of the cost, ISO 4217; empty when there is none
 */
public record Ask(
    ActivityKind kind,
    String subject,
    Place place,
    Unit unit,
    LocalDate day,
    LocalDate end,
    String currency,
    Map<String, String> details) {

  /** Of a single day. */
  public Ask(
      ActivityKind kind,
      String subject,
      Place place,
      Unit unit,
      LocalDate day,
      String currency,
      Map<String, String> details) {
    this(kind, subject, place, unit, day, day.plusDays(1), currency, details);
  }

  public static Ask of(Activity activity) {
    ZoneId zone = SiteDetails.zone(activity.details());
    return new Ask(
        activity.kind(),
        activity.subject(),
        activity.place(),
        activity.quantity().unit(),
        LocalDate.ofInstant(activity.period().start(), zone),
        LocalDate.ofInstant(activity.period().end().minusNanos(1), zone).plusDays(1),
        activity.cost().map(Money::currency).orElse(""),
        SiteDetails.without(details(activity)));
  }

  /** Other cloud use is told apart by its service as well. */
  private static Map<String, String> details(Activity activity) {
    if (activity.kind() != ActivityKind.CLOUD_OTHER || activity.service().isEmpty()) {
      return activity.details();
    }
    Map<String, String> details = new TreeMap<>(activity.details());
    details.putIfAbsent("service", activity.service());
    return details;
  }

  public String provider() {
    return Places.supplier(place.supplier());
  }

  public String region() {
    return Places.region(place.supplier(), place.region());
  }

  /** A coefficient of the provider. */
  public FactorQuery ofProvider(String kind, String subject) {
    return FactorQuery.of(kind, subject, day, provider());
  }
}
