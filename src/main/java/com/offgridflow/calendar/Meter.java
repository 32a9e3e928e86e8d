package com.offgridflow.calendar;

import com.offgridflow.activity.ActivityKind;
import com.offgridflow.activity.Place;
import java.util.Optional;
import java.util.Set;

/**
 * What a utility bills continuously: one reading follows the other, so that days without a bill are
 * a gap and days with two are a fault. Fuel that is delivered (oil, diesel) has no meter.
 *
 * @param kind code of the activity kind
 * @param subject the fuel, or empty
 * @param facility the site, or empty
 * @param point the meter's number, else supplier and account
 */
public record Meter(String kind, String subject, String facility, String point) {
  private static final Set<String> PIPED = Set.of("electricity", "heat", "steam", "cooling");
  private static final Set<String> PIPED_FUELS = Set.of("natural-gas");
  private static final String FUEL = "stationary-combustion";

  /** The meter of a bill; empty when nothing says which one it is. */
  public static Optional<Meter> of(
      ActivityKind kind, String subject, Place place, String account, String number) {
    boolean metered =
        PIPED.contains(kind.code()) || kind.code().equals(FUEL) && PIPED_FUELS.contains(subject);
    if (!metered || number.isEmpty() && account.isEmpty()) {
      return Optional.empty();
    }
    String point =
        number.isEmpty() ? "account " + account + " with " + place.supplier() : "meter " + number;
    return Optional.of(new Meter(kind.code(), subject, place.facility(), point));
  }

  /** Its name in words, unique within the tenant. */
  @Override
  public String toString() {
    return String.join("/", kind, subject, facility, point);
  }
}
