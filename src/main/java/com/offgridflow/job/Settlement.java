package com.offgridflow.job;

import java.time.Duration;
import java.util.Map;

/** How an attempt ended. */
public sealed interface Settlement {
  /** Done for good. */
  record Succeeded(Map<String, Object> result) implements Settlement {}

  /** Failed for a reason that may pass: try again after the delay. */
  record Retry(Duration delay, String cause) implements Settlement {}

  /** Could not be tried, or was told to come back later: try then, as the attempt that this was. */
  record Postponed(Duration delay, String cause) implements Settlement {}

  /** Failed and put aside with its cause, until somebody replays it. */
  record Parked(String cause) implements Settlement {}
}
