package com.offgridflow.report;

import java.time.LocalDate;

/** A half-open period of whole days: {@code start} belongs to it, {@code end} does not. */
public record ReportingPeriod(LocalDate start, LocalDate end) {
  public ReportingPeriod {
    if (!start.isBefore(end)) {
      throw new IllegalArgumentException(
          "reporting period must end after it starts: " + start + " to " + end);
    }
  }

  /** The calendar year. */
  public static ReportingPeriod ofYear(int year) {
    return new ReportingPeriod(LocalDate.of(year, 1, 1), LocalDate.of(year + 1, 1, 1));
  }

  /** The last day that belongs to it. XBRL 2.1 §4.7.2 and readers count a period's end in. */
  public LocalDate lastDay() {
    return end.minusDays(1);
  }
}
