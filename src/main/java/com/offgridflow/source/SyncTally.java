package com.offgridflow.source;

import com.offgridflow.failure.Causes;
import com.offgridflow.failure.PostponedException;
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
  private int held;
  private int undated;

  /** So many more than were known of. */
  public void found(int deliveries) {
    found += deliveries;
  }

  /** So many were left out of a backfill, because their names tell no month. */
  public void undated(int deliveries) {
    undated = deliveries;
  }

  public void unchanged() {
    unchanged++;
  }

  public void taken() {
    taken++;
  }

  public void refused() {
    refused++;
  }

  /** It waits for somebody to confirm it, and nothing of it is visible. */
  public void held() {
    held++;
  }

  public void failed(Exception failure) {
    failures.add(failure);
  }

  /** The failures that may pass. */
  public List<Exception> failures() {
    return failures;
  }

  /**
   * The failure of the sync, with the others attached to it. One that was tried counts before one
   * that was put off, for the job did make an attempt then.
   */
  public Exception failure() {
    Exception first =
        failures.stream()
            .filter(failure -> Causes.find(failure, PostponedException.class).isEmpty())
            .findFirst()
            .orElse(failures.get(0));
    failures.stream().filter(failure -> failure != first).forEach(first::addSuppressed);
    return first;
  }

  /** How many deliveries ended how. */
  public Map<String, Integer> outcomes() {
    return Map.of(
        "taken", taken,
        "unchanged", unchanged,
        "refused", refused,
        "held", held,
        "failed", failures.size());
  }

  /** For the job's result. */
  public Map<String, Object> asMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("deliveries", found);
    map.put("taken", taken);
    map.put("unchanged", unchanged);
    map.put("refused", refused);
    map.put("held", held);
    map.put("undated", undated);
    return map;
  }
}
