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
  /**
   * Digits of a share beyond those of the bill, so that cutting a kWh into 31 days loses nothing.
   */
  private static final int FURTHER_DIGITS = 10;

  private MonthShares() {}

  /**
   * The shares in order of time; a bill within one month is its own only share.
   *
   * @param quantity the bill's quantity, below zero for a credit
   * @param period the bill's period; an edge within a day counts the part of the day by the clock
   *     on the site's wall
   */
  public static List<MonthShare> of(Quantity quantity, Period period, ZoneId zone) {
    List<Days> months = Days.of(period, zone).byMonth();
    if (months.size() == 1) {
      return List.of(new MonthShare(quantity, period, months.get(0)));
    }
    List<MonthShare> shares = new ArrayList<>();
    BigDecimal before = BigDecimal.ZERO;
    for (Days days : months) {
      Period part = part(period, days, zone);
      BigDecimal upTo = upTo(part.end(), quantity.amount(), period, zone);
      BigDecimal share = upTo.subtract(before);
      shares.add(new MonthShare(new Quantity(share, quantity.unit()), part, days));
      before = upTo;
    }
    return shares;
  }

  /**
   * The bill's quantity from its start to an instant. Shares are differences of these, so that what
   * rounding takes from one month it gives to the next.
   */
  private static BigDecimal upTo(Instant end, BigDecimal amount, Period period, ZoneId zone) {
    if (end.equals(period.end())) {
      return amount;
    }
    BigDecimal part = BigDecimal.valueOf(onTheWall(period.start(), end, zone));
    BigDecimal whole = BigDecimal.valueOf(onTheWall(period.start(), period.end(), zone));
    int scale = Math.max(amount.scale(), 0) + FURTHER_DIGITS;
    return amount.multiply(part).divide(whole, scale, RoundingMode.HALF_EVEN);
  }

  private static Period part(Period period, Days days, ZoneId zone) {
    Instant start = days.start().atStartOfDay(zone).toInstant();
    Instant end = days.end().atStartOfDay(zone).toInstant();
    return new Period(
        start.isBefore(period.start()) ? period.start() : start,
        end.isAfter(period.end()) ? period.end() : end);
  }

  /** Microseconds between two instants by a clock that shows local time: a day has 24 hours. */
  private static long onTheWall(Instant from, Instant to, ZoneId zone) {
    return ChronoUnit.MICROS.between(
        LocalDateTime.ofInstant(from, zone), LocalDateTime.ofInstant(to, zone));
  }
}
