package com.offgridflow.calendar;

import com.offgridflow.activity.Period;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whole days at a site, half-open: {@code start} belongs to them, {@code end} does not. */
public record Days(LocalDate start, LocalDate end) {
  public Days {
    if (!start.isBefore(end)) {
      throw new IllegalArgumentException(
          "days must end after they start: %s to %s; one day is %s to %s"
              .formatted(start, end, start, start.plusDays(1)));
    }
  }

  /** The days at a site that a period lies in, those that it only touches among them. */
  public static Days of(Period period, ZoneId zone) {
    LocalDate last = period.end().minusNanos(1).atZone(zone).toLocalDate();
    return new Days(period.start().atZone(zone).toLocalDate(), last.plusDays(1));
  }

  /** The calendar month that the day lies in. */
  public static Days monthOf(LocalDate day) {
    LocalDate first = day.withDayOfMonth(1);
    return new Days(first, first.plusMonths(1));
  }

  /** How many they are, at least 1. */
  public long length() {
    return ChronoUnit.DAYS.between(start, end);
  }

  /** The same days, cut where calendar months begin. */
  public List<Days> byMonth() {
    return Stream.iterate(monthOf(start), m -> m.start.isBefore(end), m -> monthOf(m.end))
        .map(month -> month.and(this).orElseThrow())
        .toList();
  }

  /** The days that belong to both. */
  public Optional<Days> and(Days other) {
    LocalDate from = start.isAfter(other.start) ? start : other.start;
    LocalDate to = end.isBefore(other.end) ? end : other.end;
    return from.isBefore(to) ? Optional.of(new Days(from, to)) : Optional.empty();
  }

  /** As people write it, the last day counted in. */
  @Override
  public String toString() {
    return start + " to " + end.minusDays(1);
  }
}
