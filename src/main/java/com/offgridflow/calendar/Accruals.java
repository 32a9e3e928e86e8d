package com.offgridflow.calendar;

import com.offgridflow.activity.Quantity;
import com.offgridflow.activity.Unit;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Estimates the use in the gaps between the bills of one meter, month by month. After its last bill
 * nothing is accrued: no bill says that the meter is still there.
 */
public final class Accruals {
  private static final int DECIMALS = 10;

  private Accruals() {}

  /** What lies between two bills that follow each other. */
  private record Gap(Bill before, Bill after, Days days) {}

  /**
   * The accruals of a meter, in order of time.
   *
   * @param bills all its bills, in any order, credits among them
   */
  public static List<Accrual> between(List<Bill> bills) {
    Set<Bill> settled = Credits.settled(bills);
    List<Bill> inOrder =
        bills.stream()
            .filter(bill -> !settled.contains(bill))
            .sorted(
                Comparator.comparing((Bill bill) -> bill.days().start())
                    .thenComparing(Bill::recordKey))
            .toList();
    return gaps(inOrder.stream().filter(bill -> !bill.credit()).toList()).stream()
        .flatMap(gap -> gap.days().byMonth().stream().map(part -> accrual(inOrder, gap, part)))
        .toList();
  }

  private static List<Gap> gaps(List<Bill> readings) {
    List<Gap> gaps = new ArrayList<>();
    Bill last = readings.isEmpty() ? null : readings.get(0);
    for (Bill next : readings) {
      if (next.days().start().isAfter(last.days().end())) {
        gaps.add(new Gap(last, next, new Days(last.days().end(), next.days().start())));
      }
      last = next.days().end().isAfter(last.days().end()) ? next : last;
    }
    return gaps;
  }

  private static Accrual accrual(List<Bill> bills, Gap gap, Days part) {
    Unit unit = gap.before().quantity().unit();
    MeterUse use = new MeterUse(bills, unit);
    Days yearBefore = Days.monthOf(part.start().minusYears(1));
    if (use.covers(yearBefore)) {
      BigDecimal amount = perDay(use.net(yearBefore), yearBefore.length(), part.length());
      return new Accrual(
          part,
          new Quantity(amount, unit),
          AccrualMethod.SAME_MONTH_OF_THE_YEAR_BEFORE,
          use.on(yearBefore));
    }
    return fromNeighbours(use, gap, part, unit);
  }

  private static Accrual fromNeighbours(MeterUse use, Gap gap, Days part, Unit unit) {
    List<Bill> neighbours = Stream.of(gap.before(), gap.after()).filter(use::knows).toList();
    BigDecimal used =
        neighbours.stream()
            .map(bill -> use.net(bill.days()))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    long days = neighbours.stream().mapToLong(bill -> bill.days().length()).sum();
    return new Accrual(
        part,
        new Quantity(perDay(used, days, part.length()), unit),
        AccrualMethod.AVERAGE_DAILY_USE_OF_THE_NEIGHBOURS,
        neighbours);
  }

  private static BigDecimal perDay(BigDecimal used, long days, long wanted) {
    return used.multiply(BigDecimal.valueOf(wanted))
        .divide(BigDecimal.valueOf(days), MathContext.DECIMAL128)
        .setScale(DECIMALS, RoundingMode.HALF_EVEN);
  }
}
