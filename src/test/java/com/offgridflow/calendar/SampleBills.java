package com.offgridflow.calendar;

import com.offgridflow.activity.Evidence;
import com.offgridflow.activity.Period;
import com.offgridflow.activity.Quantity;
import com.offgridflow.activity.Unit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;

/** Bills of one electricity meter in Berlin, for tests. */
final class SampleBills {
  static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  static final Meter METER = new Meter("electricity", "", "Works", "meter 7");

  private SampleBills() {}

  /**
   * @param line where it stands in {@code bills.csv}
   * @param first its first day
   * @param last its last day, counted in
   */
  static Bill bill(int line, String first, String last, String kilowattHours) {
    return bill(METER, line, first, last, kilowattHours, "kWh");
  }

  static Bill bill(Meter meter, int line, String first, String last, String amount, String unit) {
    return new Bill(
        "key " + line,
        meter,
        new Quantity(new BigDecimal(amount), new Unit(unit)),
        period(first, last),
        BERLIN,
        new Evidence("bills.csv", "", "line " + line, 1));
  }

  static Period period(String first, String last) {
    return new Period(
        LocalDate.parse(first).atStartOfDay(BERLIN).toInstant(),
        LocalDate.parse(last).plusDays(1).atStartOfDay(BERLIN).toInstant());
  }

  static Days days(String first, String last) {
    return new Days(LocalDate.parse(first), LocalDate.parse(last).plusDays(1));
  }
}
