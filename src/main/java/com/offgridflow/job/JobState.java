package com.offgridflow.job;

import java.util.Set;

/**
 * How a request for work stands.
 *
 * @param name state as in the table
 * @param attempts attempts so far
 * @param cause why the last failed attempt failed, or null
 */
public record JobState(String name, int attempts, String cause) {
  private static final Set<String> FINAL = Set.of("succeeded", "parked", "cancelled");

  /** No further attempt will be made by itself. */
  public boolean settled() {
    return FINAL.contains(name);
  }

  public boolean succeeded() {
    return name.equals("succeeded");
  }

  /** It has failed or was put off at least once, and waits for its next attempt. */
  public boolean waitingAfterFailure() {
    return name.equals("queued") && (attempts > 0 || cause != null);
  }
}
