package com.offgridflow.activity;

import java.time.Instant;

/** A half-open period in UTC: {@code start} belongs to it, {@code end} does not. */
public record Period(Instant start, Instant end) {
  public Period {
    if (!start.isBefore(end)) {
      throw new IllegalArgumentException(
          "period must end after it starts: " + start + " to " + end);
    }
  }
}
