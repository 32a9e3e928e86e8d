package com.offgridflow.report;

import java.time.DateTimeException;
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

  /**
   * A year such as {@code 2024}, or an interval of ISO 8601 such as {@code 2024-04-01/2025-04-01},
   * whose end does not belong to it.
   *
   * @throws IllegalArgumentException when it is neither
   */
  public static ReportingPeriod parse(String text) {
    try {
      if (text.matches("[0-9]{4}")) {
        return ofYear(Integer.parseInt(text));
      }
      String[] days = text.split("/", -1);
      if (days.length == 2) {
        return new ReportingPeriod(LocalDate.parse(days[0]), LocalDate.parse(days[1]));
      }
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(unreadable(text), e);
    }
    throw new IllegalArgumentException(unreadable(text));
  }

  private static String unreadable(String text) {
    return "period '%s' should be a year such as 2024, or first day and day after the last such as"
            .formatted(text)
        + " 2024-04-01/2025-04-01";
  }

  /** So many years earlier. */
  public ReportingPeriod minusYears(int years) {
    return new ReportingPeriod(start.minusYears(years), end.minusYears(years));
  }

  /** The period of the same days that begins in another year. */
  public ReportingPeriod inYear(int year) {
    return minusYears(start.getYear() - year);
  }

  /** The last day that belongs to it. XBRL 2.1 §4.7.2 and readers count a period's end in. */
  public LocalDate lastDay() {
    return end.minusDays(1);
  }
}
