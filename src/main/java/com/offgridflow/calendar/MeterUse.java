package com.offgridflow.calendar;

import com.offgridflow.activity.Unit;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.List;

/** What the bills of one meter say was used on a stretch of days, every day of a bill alike. */
final class MeterUse {
  private static final MathContext PRECISION = MathContext.DECIMAL128;

  private final List<Bill> bills;
  private final Unit unit;

  /**
   * @param unit what to count in; bills that do not convert to it are left out
   */
  MeterUse(List<Bill> bills, Unit unit) {
    this.bills = bills.stream().filter(bill -> bill.quantity().to(unit).isPresent()).toList();
    this.unit = unit;
  }

  boolean knows(Bill bill) {
    return bills.contains(bill);
  }

  /** The bills, credits among them, that say something about these days. */
  List<Bill> on(Days days) {
    return bills.stream().filter(bill -> bill.days().and(days).isPresent()).toList();
  }

  /** Whether each of the days has a bill. */
  boolean covers(Days days) {
    LocalDate day = days.start();
    for (Bill bill : on(days)) {
      if (!bill.credit() && !bill.days().start().isAfter(day) && bill.days().end().isAfter(day)) {
        day = bill.days().end();
      }
    }
    return !day.isBefore(days.end());
  }

  /** Use on these days after credits, in the unit. */
  BigDecimal net(Days days) {
    return on(days).stream()
        .map(bill -> share(bill, days))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private BigDecimal share(Bill bill, Days days) {
    BigDecimal common = BigDecimal.valueOf(bill.days().and(days).orElseThrow().length());
    BigDecimal whole = BigDecimal.valueOf(bill.days().length());
    BigDecimal amount = bill.quantity().to(unit).orElseThrow().amount();
    return amount.multiply(common).divide(whole, PRECISION);
  }
}
