package com.offgridflow.emission.scope2;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Days in UTC, half-open: {@code from} belongs to them, {@code to} does not. */
public record Days(LocalDate from, LocalDate to) {
  public Days {
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException("days must end after they start: " + from + " to " + to);
    }
  }

  /** A calendar year. */
  public static Days year(int year) {
    return new Days(LocalDate.of(year, 1, 1), LocalDate.of(year + 1, 1, 1));
  }

  public boolean contains(LocalDate day) {
    return !day.isBefore(from) && day.isBefore(to);
  }

  /** How many days. */
  public long length() {
    return ChronoUnit.DAYS.between(from, to);
  }

  public boolean overlaps(Days other) {
    return from.isBefore(other.to) && other.from.isBefore(to);
  }

  public boolean within(Days other) {
    return !from.isBefore(other.from) && !to.isAfter(other.to);
  }

  @Override
  public String toString() {
    return from + " until " + to;
  }
}
