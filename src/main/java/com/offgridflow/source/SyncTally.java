package com.offgridflow.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What became of the deliveries of one sync. */
public final class SyncTally {
  private final List<Exception> failures = new ArrayList<>();
  private int found;
  private int taken;
  private int unchanged;
  private int refused;
  private boolean changed;

  /** So many more than were known of. */
  public void found(int deliveries) {
    found += deliveries;
  }

  public void unchanged() {
    unchanged++;
  }

  /**
   * @param activitiesChanged whether it brought, replaced or withdrew any activity
   */
  public void taken(boolean activitiesChanged) {
    taken++;
    changed |= activitiesChanged;
  }

  public void refused() {
    refused++;
  }

  public void failed(Exception failure) {
    failures.add(failure);
  }

  /** Whether there is something new to estimate. */
  public boolean changed() {
    return changed;
  }

  /** The failures that may pass, the later ones attached to the first. */
  public List<Exception> failures() {
    return failures;
  }

  /** For the job's result. */
  public Map<String, Object> asMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("deliveries", found);
    map.put("taken", taken);
    map.put("unchanged", unchanged);
    map.put("refused", refused);
    return map;
  }
}
