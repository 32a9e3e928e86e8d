package com.offgridflow.calendar;

import com.offgridflow.activity.Quantity;
import com.offgridflow.activity.Unit;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Estimates the use in the gaps between the bills of one meter, and after its last bill as far as
 * its {@link MeterStanding} says, month by month.
 */
public final class Accruals {
  private static final int DECIMALS = 10;

  private Accruals() {}

  /** What lies between two bills that follow each other, or after the last one. */
  private record Gap(Bill before, Optional<Bill> after, Days days) {}

  /**
   * The accruals of a meter, in order of time.
   *
   * @param bills all its bills, in any order, credits among them
   * @param until first day after those that the last bill leaves open and that are to be accrued;
   *     empty for none
   */
  public static List<Accrual> of(List<Bill> bills, Optional<LocalDate> until) {
    List<Bill> inOrder = standing(bills);
    return gaps(inOrder.stream().filter(bill -> !bill.credit()).toList(), until).stream()
        .flatMap(gap -> gap.days().byMonth().stream().map(part -> accrual(inOrder, gap, part)))
        .toList();
  }

  /** The bill that reaches furthest; empty when each was taken back. */
  public static Optional<Bill> last(List<Bill> bills) {
    return standing(bills).stream()
        .filter(bill -> !bill.credit())
        .max(Comparator.comparing(bill -> bill.days().end()));
  }

  /** Those that no credit takes back in whole, in order of time. */
  private static List<Bill> standing(List<Bill> bills) {
    Set<Bill> settled = Credits.settled(bills);
    return bills.stream()
        .filter(bill -> !settled.contains(bill))
        .sorted(
            Comparator.comparing((Bill bill) -> bill.days().start()).thenComparing(Bill::recordKey))
        .toList();
  }

  private static List<Gap> gaps(List<Bill> readings, Optional<LocalDate> until) {
    List<Gap> gaps = new ArrayList<>();
    if (readings.isEmpty()) {
      return gaps;
    }
    Bill last = readings.get(0);
    for (Bill next : readings) {
      add(gaps, last, Optional.of(next), next.days().start());
      last = next.days().end().isAfter(last.days().end()) ? next : last;
    }
    if (until.isPresent()) {
      add(gaps, last, Optional.empty(), until.get());
    }
    return gaps;
  }

  private static void add(List<Gap> gaps, Bill before, Optional<Bill> after, LocalDate end) {
    if (before.days().end().isBefore(end)) {
      gaps.add(new Gap(before, after, new Days(before.days().end(), end)));
    }
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
    List<Bill> neighbours =
        Stream.concat(Stream.of(gap.before()), gap.after().stream()).filter(use::knows).toList();
    BigDecimal used =
        neighbours.stream()
            .map(bill -> use.net(bill.days()))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    long days = neighbours.stream().mapToLong(bill -> bill.days().length()).sum();
    return new Accrual(
        part,
        new Quantity(perDay(used, days, part.length()), unit),
        gap.after().isPresent()
            ? AccrualMethod.AVERAGE_DAILY_USE_OF_THE_NEIGHBOURS
            : AccrualMethod.AVERAGE_DAILY_USE_OF_THE_LAST_BILL,
        neighbours);
  }

  private static BigDecimal perDay(BigDecimal used, long days, long wanted) {
    return used.multiply(BigDecimal.valueOf(wanted))
        .divide(BigDecimal.valueOf(days), MathContext.DECIMAL128)
        .setScale(DECIMALS, RoundingMode.HALF_EVEN);
  }
}
