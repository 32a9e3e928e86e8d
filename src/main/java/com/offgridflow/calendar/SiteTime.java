package com.offgridflow.calendar;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The time zone in which a site counts its days. */
public final class SiteTime {
  /** Detail of an activity that names the zone, such as {@code Europe/Berlin}. */
  public static final String TIME_ZONE = "time_zone";

  /** Detail of an activity that names the meter by its number. */
  public static final String METER = "meter";

  private SiteTime() {}

  /**
   * The zone of this IANA name; UTC where none is named or it is none, as intake lets no other
   * pass.
   */
  public static ZoneId zone(String name) {
    try {
      return name.isEmpty() ? ZoneOffset.UTC : ZoneId.of(name);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "time zone '%s' is not known; Europe/Berlin would be".formatted(name), e);
    }
  }
}
