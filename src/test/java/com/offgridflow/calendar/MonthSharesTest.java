package com.offgridflow.calendar;

import static com.offgridflow.calendar.SampleBills.BERLIN;
import static com.offgridflow.calendar.SampleBills.days;
import static com.offgridflow.calendar.SampleBills.period;
import static org.assertj.core.api.Assertions.assertThat;

import com.offgridflow.activity.Period;
import com.offgridflow.activity.Quantity;
import com.offgridflow.activity.Unit;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MonthSharesTest {
  /** 15 December to 15 January is 17 + 15 = 32 days: 3200 kWh are 1700 and 1500. */
  @Test
  void shouldSplitABillBetweenTheYears() {
    List<MonthShare> shares = split("3200", period("2024-12-15", "2025-01-15"), BERLIN);

    assertThat(shares)
        .extracting(MonthShare::days)
        .containsExactly(days("2024-12-15", "2024-12-31"), days("2025-01-01", "2025-01-15"));
    assertThat(shares.get(0).quantity().amount()).isEqualByComparingTo("1700");
    assertThat(shares.get(1).quantity().amount()).isEqualByComparingTo("1500");
    assertThat(shares.get(1).period().start()).isEqualTo(Instant.parse("2024-12-31T23:00:00Z"));
  }

  @Test
  void shouldLeaveABillWithinOneMonthAsItIs() {
    Period month = period("2024-02-01", "2024-02-29");

    List<MonthShare> shares = split("100.5", month, BERLIN);

    Quantity bill = new Quantity(new BigDecimal("100.5"), new Unit("kWh"));
    assertThat(shares)
        .containsExactly(new MonthShare(bill, month, days("2024-02-01", "2024-02-29")));
  }

  /** 100 kWh on 29 + 31 + 1 = 61 days do not divide evenly: 47.5409..., 50.8196..., 1.6393... */
  @Test
  void shouldLoseNothingWhereTheDaysDoNotDivideTheBill() {
    List<MonthShare> shares = split("100", period("2024-02-01", "2024-04-01"), BERLIN);

    assertThat(shares).hasSize(3);
    assertThat(sum(shares)).isEqualByComparingTo("100");
    assertThat(shares.get(0).quantity().amount()).isEqualByComparingTo("47.5409836066");
    assertThat(shares.get(1).quantity().amount()).isEqualByComparingTo("50.8196721311");
    assertThat(shares.get(2).quantity().amount()).isEqualByComparingTo("1.6393442623");
  }

  /** March 2024 has 743 hours in Berlin; by days, 31 of 61 days are 31/61 all the same. */
  @Test
  void shouldCountADayOfDaylightSavingAsOneDay() {
    List<MonthShare> shares = split("6100", period("2024-03-01", "2024-04-30"), BERLIN);

    assertThat(shares.get(0).quantity().amount()).isEqualByComparingTo("3100");
  }

  /** The last day in Honolulu is 31 January; by UTC it would have been 1 February. */
  @Test
  void shouldCutAtTheSitesOwnMidnight() {
    ZoneId honolulu = ZoneId.of("Pacific/Honolulu");
    Period january =
        new Period(
            LocalDate.of(2025, 1, 1).atStartOfDay(honolulu).toInstant(),
            LocalDate.of(2025, 2, 1).atStartOfDay(honolulu).toInstant());

    assertThat(split("31", january, honolulu)).hasSize(1);
    assertThat(split("31", january, ZoneOffset.UTC)).hasSize(2);
  }

  /** -620 on 31 + 31 days takes back 310 in each month. */
  @Test
  void shouldSplitACreditLikeTheBillItCorrects() {
    List<MonthShare> shares = split("-620", period("2024-07-01", "2024-08-31"), BERLIN);

    assertThat(shares).hasSize(2);
    assertThat(shares.get(0).quantity().amount()).isEqualByComparingTo("-310");
    assertThat(shares.get(1).quantity().amount()).isEqualByComparingTo("-310");
  }

  /** From 31 January noon to 1 February midnight is half a day, the whole of February 1 one. */
  @Test
  void shouldCountPartOfADayByTheClock() {
    Period period =
        new Period(Instant.parse("2025-01-31T12:00:00Z"), Instant.parse("2025-02-02T00:00:00Z"));

    List<MonthShare> shares = split("3", period, ZoneOffset.UTC);

    assertThat(shares.get(0).quantity().amount()).isEqualByComparingTo("1");
    assertThat(shares.get(1).quantity().amount()).isEqualByComparingTo("2");
  }

  @Test
  void shouldSumToTheBillWhateverItsPeriodAndAmount() {
    Random random = new Random(3);
    for (int i = 0; i < 2000; i++) {
      LocalDate first = LocalDate.of(2020, 1, 1).plusDays(random.nextInt(1500));
      LocalDate last = first.plusDays(random.nextInt(400));
      String amount = BigDecimal.valueOf(random.nextInt(), random.nextInt(6)).toPlainString();

      List<MonthShare> shares = split(amount, period(first.toString(), last.toString()), BERLIN);

      assertThat(sum(shares)).isEqualByComparingTo(amount);
      assertThat(shares.stream().mapToLong(share -> share.days().length()).sum())
          .isEqualTo(last.toEpochDay() - first.toEpochDay() + 1);
    }
  }

  private static List<MonthShare> split(String amount, Period period, ZoneId zone) {
    return new MonthShares(period, zone).of(new Quantity(new BigDecimal(amount), new Unit("kWh")));
  }

  private static BigDecimal sum(List<MonthShare> shares) {
    return shares.stream()
        .map(share -> share.quantity().amount())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
