package com.offgridflow.calendar;

import java.time.LocalDate;

/** Whether more bills of a meter are to be expected. There is no accrual for days to come. */
public sealed interface MeterStanding {

  /** The last bill reaches to the end of the last complete month. */
  record Billed() implements MeterStanding {}

  /**
   * A bill is awaited.
   *
   * @param until first day after the last complete month
   */
  record Awaited(LocalDate until) implements MeterStanding {}

  /** Somebody has marked it closed. */
  record Closed() implements MeterStanding {}

  /**
   * It has been without a bill for longer than is waited for.
   *
   * @param since first day without one
   */
  record Silent(LocalDate since) implements MeterStanding {}

  /**
   * @param billedUntil first day after its last bill
   * @param closed whether somebody has marked it closed
   * @param today at the site
   * @param patience complete months for which bills are waited for
   */
  static MeterStanding of(LocalDate billedUntil, boolean closed, LocalDate today, int patience) {
    LocalDate month = today.withDayOfMonth(1);
    if (!billedUntil.isBefore(month)) {
      return new Billed();
    }
    if (closed) {
      return new Closed();
    }
    return billedUntil.isBefore(month.minusMonths(patience))
        ? new Silent(billedUntil)
        : new Awaited(month);
  }
}
