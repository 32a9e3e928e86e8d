package com.offgridflow.calendar;

/** How an accrual was made, best first. */
public enum AccrualMethod {
  /** The average daily use in the same calendar month of the year before, which bills cover. */
  SAME_MONTH_OF_THE_YEAR_BEFORE("same-month-of-the-year-before"),
  /** The average daily use of the bills before and after the gap. */
  AVERAGE_DAILY_USE_OF_THE_NEIGHBOURS("average-daily-use-of-the-neighbours"),
  /** The average daily use of the last bill: the next one has not come yet. */
  AVERAGE_DAILY_USE_OF_THE_LAST_BILL("average-daily-use-of-the-last-bill");

  private final String code;

  AccrualMethod(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }
}
