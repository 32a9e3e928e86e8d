package com.offgridflow.factor;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;

/**
 * The days a factor speaks about, half-open: {@code from} belongs to them, {@code to} does not. An
 * absent bound is open.
 */
public record Validity(Optional<LocalDate> from, Optional<LocalDate> to) {
  /** No bound at all: a coefficient that is not of a year. */
  public static final Validity ALWAYS = new Validity(Optional.empty(), Optional.empty());

  static final Comparator<Validity> NEWEST_FIRST =
      Comparator.comparing((Validity v) -> v.from().orElse(LocalDate.MIN)).reversed();

  public Validity {
    if (from.isPresent() && to.isPresent() && !from.get().isBefore(to.get())) {
      throw new IllegalArgumentException(
          "validity must end after it starts: " + from.get() + " to " + to.get());
    }
  }

  public boolean covers(LocalDate day) {
    return !startsAfter(day) && !endsBy(day);
  }

  /** Whether the first day lies after this one. */
  public boolean startsAfter(LocalDate day) {
    return from.isPresent() && from.get().isAfter(day);
  }

  /** Whether the last day lies before this one. */
  public boolean endsBy(LocalDate day) {
    return to.isPresent() && !day.isBefore(to.get());
  }

  /** Whether there is a day in both. */
  public boolean overlaps(Validity other) {
    return !endsBefore(other) && !other.endsBefore(this);
  }

  private boolean endsBefore(Validity other) {
    return to.isPresent() && other.from.isPresent() && !other.from.get().isBefore(to.get());
  }

  @Override
  public String toString() {
    return from.map(LocalDate::toString).orElse("always")
        + " until "
        + to.map(LocalDate::toString).orElse("further notice");
  }
}
