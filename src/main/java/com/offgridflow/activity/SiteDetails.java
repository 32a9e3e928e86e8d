package com.offgridflow.activity;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Details that say where and how an activity was measured. No formula reads them, but for the zone
 * that dates it.
 */
public final class SiteDetails {
  /** IANA name of the zone in which the site counts its days, such as {@code Europe/Berlin}. */
  public static final String TIME_ZONE = "time_zone";

  /** The number of the meter. */
  public static final String METER = "meter";

  /** How the hub itself estimated the quantity, for want of a bill. */
  public static final String ACCRUAL_METHOD = "accrual_method";

  private static final Set<String> ALL = Set.of(TIME_ZONE, METER, ACCRUAL_METHOD);

  /** Offsets such as +02:00 are none: databases read them the other way round. */
  private static final Set<String> ZONES = Set.copyOf(ZoneId.getAvailableZoneIds());

  private SiteDetails() {}

  /** The zone of the site; UTC where none is named. */
  public static ZoneId zone(Map<String, String> details) {
    String name = details.get(TIME_ZONE);
    return name == null ? ZoneOffset.UTC : zone(name);
  }

  /**
   * @throws IllegalArgumentException when there is no such zone
   */
  public static ZoneId zone(String name) {
    if (!ZONES.contains(name)) {
      throw new IllegalArgumentException(
          "time zone '%s' is not known; Europe/Berlin or UTC would be".formatted(name));
    }
    return ZoneId.of(name);
  }

  /** The details that formulas read. */
  public static Map<String, String> without(Map<String, String> details) {
    if (details.keySet().stream().noneMatch(ALL::contains)) {
      return details;
    }
    Map<String, String> rest = new TreeMap<>(details);
    rest.keySet().removeAll(ALL);
    return Map.copyOf(rest);
  }
}
