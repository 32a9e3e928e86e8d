package com.offgridflow.emission.wiring;

import com.offgridflow.problem.Problem.Fault;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;

/** Half-open days of a request: {@code from} belongs to them, {@code to} does not. */
record DayRange(LocalDate from, LocalDate to) {

  /** Adds what is wrong to the faults; then the range must not be used. */
  static DayRange of(String from, String to, List<Fault> faults) {
    LocalDate start = day("from", from, faults);
    LocalDate end = day("to", to, faults);
    if (start != null && end != null && !start.isBefore(end)) {
      faults.add(new Fault("to", to, "should be after from, " + from));
    }
    return new DayRange(start, end);
  }

  private static LocalDate day(String name, String text, List<Fault> faults) {
    try {
      if (text != null) {
        return LocalDate.parse(text);
      }
    } catch (DateTimeParseException e) {
      // said below, with what would have worked
    }
    faults.add(new Fault(name, text == null ? "" : text, "should be a day such as 2025-01-01"));
    return null;
  }
}
