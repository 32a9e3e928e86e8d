package com.offgridflow.rate.wiring;

import com.offgridflow.activity.Unit;
import com.offgridflow.problem.Problem;
import com.offgridflow.problem.Problem.Fault;
import com.offgridflow.problem.ProblemException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

/**
 * Which exchange rate is asked for.
 *
 * @param from currency of the money, ISO 4217
 * @param to the wanted currency
 * @param day first day on which the money was spent
 * @param end first day after it
 */
record RateQuestion(String from, String to, LocalDate day, LocalDate end) {
  private static final String CURRENCY = "should be a currency of ISO 4217, such as USD";

  /**
   * @param end the day after {@code day} when null
   * @throws ProblemException naming every parameter that is missing or cannot be read
   */
  static RateQuestion of(String from, String to, String day, String end) {
    List<Fault> faults = new ArrayList<>();
    currency("from", from, faults);
    currency("to", to, faults);
    LocalDate first = day("day", day, faults);
    LocalDate after = end == null ? null : day("end", end, faults);
    if (faults.isEmpty() && after != null && !first.isBefore(after)) {
      faults.add(new Fault("end", end, "should be after day " + first));
    }
    if (!faults.isEmpty()) {
      throw new ProblemException(Problem.invalid("no rate can be looked up", faults));
    }
    return new RateQuestion(from, to, first, after == null ? first.plusDays(1) : after);
  }

  private static void currency(String field, String value, List<Fault> faults) {
    if (value == null || !Unit.named(value).isMoney()) {
      faults.add(new Fault(field, value == null ? "" : value, CURRENCY));
    }
  }

  private static LocalDate day(String field, String value, List<Fault> faults) {
    try {
      return LocalDate.parse(value == null ? "" : value);
    } catch (DateTimeParseException e) {
      String sent = value == null ? "" : value;
      faults.add(new Fault(field, sent, "should be a day such as 2024-12-31"));
      return null;
    }
  }
}
