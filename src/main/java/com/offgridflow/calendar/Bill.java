package com.offgridflow.calendar;

import com.offgridflow.activity.Evidence;
import com.offgridflow.activity.Period;
import com.offgridflow.activity.Quantity;
import java.time.ZoneId;

/**
 * A bill of a meter.
 *
 * @param recordKey the key of its record
 * @param quantity what was used; below zero for a credit, which corrects another bill
 * @param period what it covers
 * @param zone the time zone of the site
 * @param evidence the row it came from
 */
public record Bill(
    String recordKey,
    Meter meter,
    Quantity quantity,
    Period period,
    ZoneId zone,
    Evidence evidence) {

  /** The days at the site that it covers. */
  public Days days() {
    return Days.of(period, zone);
  }

  /** A credit takes back what another bill said; it covers no days of its own. */
  public boolean credit() {
    return quantity.amount().signum() < 0;
  }

  /** Where it stands, for people: the object and the row. */
  public String row() {
    return evidence.object() + ", " + evidence.locator();
  }

  boolean overlaps(Bill other) {
    return period.start().isBefore(other.period.end())
        && other.period.start().isBefore(period.end());
  }

  boolean takesBack(Bill other) {
    return meter.equals(other.meter)
        && period.equals(other.period)
        && quantity.amount().negate().compareTo(other.quantity.amount()) == 0
        && quantity.unit().equals(other.quantity.unit());
  }
}
