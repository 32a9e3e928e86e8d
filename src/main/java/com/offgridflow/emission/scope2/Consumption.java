package com.offgridflow.emission.scope2;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;

/**
 * Energy used, as far as allocation needs to know it: an activity, or its share of a month.
 *
 * @param activity id of the activity
 * @param recordKey of the activity, which decides between equal days
 * @param carrier which energy
 * @param kwh how much; negative where a bill takes back
 * @param day on which it begins, at the site: the day that puts it in a period
 * @param site where
 */
public record Consumption(
    long activity, String recordKey, Carrier carrier, BigDecimal kwh, LocalDate day, Site site) {
  static final Comparator<Consumption> ORDER =
      Comparator.comparing(Consumption::day)
          .thenComparing(Consumption::recordKey)
          .thenComparing(Consumption::activity);
}
