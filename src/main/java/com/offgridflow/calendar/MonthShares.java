package com.offgridflow.calendar;

import com.offgridflow.activity.Period;
import com.offgridflow.activity.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Prorates a bill to calendar months in the site's time zone, by days: every day of the bill gets
 * the same part, however many hours daylight saving gives it. The shares sum to exactly the bill.
 */
public final class MonthShares {
  /** Digits of a share beyond those of the bill, so that a kWh cut into 31 days loses nothing. */
  private static final int FURTHER_DIGITS = 10;

  private final Period period;
  private final ZoneId zone;
  private final List<Days> months;

  /**
   * @param period the bill's period; of a day in which it starts or ends it gets the part that a
   *     clock on the site's wall shows
   */
  public MonthShares(Period period, ZoneId zone) {
    this.period = period;
    this.zone = zone;
    this.months = Days.of(period, zone).byMonth();
  }

  /** The shares of a quantity, below zero for a credit, in order of time. */
  public List<MonthShare> of(Quantity quantity) {
    List<BigDecimal> amounts = of(quantity.amount());
    List<MonthShare> shares = new ArrayList<>();
    for (int i = 0; i < months.size(); i++) {
      Quantity share = new Quantity(amounts.get(i), quantity.unit());
      shares.add(new MonthShare(share, part(months.get(i)), months.get(i)));
    }
    return shares;
  }

  /**
   * The shares of any amount. Each is the difference between what was reached at its end and what
   * was reached at its start, so that what rounding takes from one month it gives to the next.
   */
  public List<BigDecimal> of(BigDecimal amount) {
    List<BigDecimal> shares = new ArrayList<>();
    BigDecimal reached = BigDecimal.ZERO;
    for (Days days : months) {
      BigDecimal next = upTo(part(days).end(), amount);
      shares.add(months.size() == 1 ? amount : next.subtract(reached));
      reached = next;
    }
    return shares;
  }

  private BigDecimal upTo(Instant end, BigDecimal amount) {
    if (end.equals(period.end())) {
      return amount;
    }
    BigDecimal part = BigDecimal.valueOf(onTheWall(period.start(), end));
    BigDecimal whole = BigDecimal.valueOf(onTheWall(period.start(), period.end()));
    int scale = Math.max(amount.scale(), 0) + FURTHER_DIGITS;
    return amount.multiply(part).divide(whole, scale, RoundingMode.HALF_EVEN);
  }

  private Period part(Days days) {
    Instant start = days.start().atStartOfDay(zone).toInstant();
    Instant end = days.end().atStartOfDay(zone).toInstant();
    return new Period(
        start.isBefore(period.start()) ? period.start() : start,
        end.isAfter(period.end()) ? period.end() : end);
  }

  /** Microseconds between two instants by a clock that shows local time: a day has 24 hours. */
  private long onTheWall(Instant from, Instant to) {
    return ChronoUnit.MICROS.between(
        LocalDateTime.ofInstant(from, zone), LocalDateTime.ofInstant(to, zone));
  }
}
