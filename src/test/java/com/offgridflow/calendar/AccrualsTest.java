package com.offgridflow.calendar;

import static com.offgridflow.calendar.SampleBills.METER;
import static com.offgridflow.calendar.SampleBills.bill;
import static com.offgridflow.calendar.SampleBills.days;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AccrualsTest {
  private static final Optional<LocalDate> NOT_AFTER = Optional.empty();
  private static final Bill JANUARY = bill(2, "2025-01-01", "2025-01-31", "620");
  private static final Bill MARCH = bill(4, "2025-03-01", "2025-03-31", "310");

  /** (620 + 310) kWh / (31 + 31) days = 15 kWh a day; February 2025 has 28 days: 420 kWh. */
  @Test
  void shouldAccrueAGapFromTheDailyUseOfItsNeighbours() {
    List<Accrual> accruals = Accruals.of(List.of(MARCH, JANUARY), NOT_AFTER);

    assertThat(accruals).hasSize(1);
    Accrual accrual = accruals.get(0);
    assertThat(accrual.days()).isEqualTo(days("2025-02-01", "2025-02-28"));
    assertThat(accrual.quantity().amount()).isEqualByComparingTo("420");
    assertThat(accrual.explanation())
        .isEqualTo(
            "average-daily-use-of-the-neighbours for 2025-02-01 to 2025-02-28,"
                + " from bills.csv, line 2 and bills.csv, line 4");
  }

  /** 310 kWh in the 31 days of March are 10 a day: 300 in April, 310 in May. */
  @Test
  void shouldAccrueWhatTheLastBillLeavesOpenMonthByMonth() {
    List<Accrual> accruals = Accruals.of(List.of(MARCH), Optional.of(LocalDate.of(2025, 6, 1)));

    assertThat(accruals)
        .extracting(Accrual::days)
        .containsExactly(days("2025-04-01", "2025-04-30"), days("2025-05-01", "2025-05-31"));
    assertThat(accruals.get(0).quantity().amount()).isEqualByComparingTo("300");
    assertThat(accruals.get(1).quantity().amount()).isEqualByComparingTo("310");
    assertThat(accruals.get(0).explanation())
        .isEqualTo(
            "average-daily-use-of-the-last-bill for 2025-04-01 to 2025-04-30, from bills.csv, line 4");
  }

  /** 900 kWh on the 30 days of April 2024 are 30 a day, whatever March took. */
  @Test
  void shouldAccrueAfterTheLastBillFromTheSameMonthOfTheYearBefore() {
    Bill april = bill(1, "2024-04-01", "2024-04-30", "900");

    Accrual accrual =
        Accruals.of(List.of(april, MARCH), Optional.of(LocalDate.of(2025, 5, 1))).stream()
            .filter(a -> a.days().equals(days("2025-04-01", "2025-04-30")))
            .findFirst()
            .orElseThrow();

    assertThat(accrual.quantity().amount()).isEqualByComparingTo("900");
    assertThat(accrual.method()).isEqualTo(AccrualMethod.SAME_MONTH_OF_THE_YEAR_BEFORE);
  }

  @Test
  void shouldAccrueNothingAfterABillThatReachesFurther() {
    assertThat(Accruals.of(List.of(MARCH), Optional.of(LocalDate.of(2025, 4, 1)))).isEmpty();
  }

  /** 580 kWh on the 29 days of February 2024 are 20 a day: 28 days in 2025 are 560 kWh. */
  @Test
  void shouldPreferTheSameMonthOfTheYearBefore() {
    Bill before = bill(1, "2024-02-01", "2024-02-29", "580");
    Bill untilThen = bill(6, "2024-03-01", "2024-12-31", "3060");

    List<Accrual> accruals = Accruals.of(List.of(before, untilThen, JANUARY, MARCH), NOT_AFTER);

    assertThat(accruals).hasSize(1);
    assertThat(accruals.get(0).quantity().amount()).isEqualByComparingTo("560");
    assertThat(accruals.get(0).method()).isEqualTo(AccrualMethod.SAME_MONTH_OF_THE_YEAR_BEFORE);
    assertThat(accruals.get(0).basis()).containsExactly(before);
  }

  /** 610 kWh on 17 + 29 + 15 days are 10 a day, of which February 2024 has its part only. */
  @Test
  void shouldTakeOfALongBillOnlyTheMonth() {
    Bill longBill = bill(1, "2024-01-15", "2024-03-15", "610");
    Bill untilThen = bill(6, "2024-03-16", "2024-12-31", "2910");

    Accrual accrual = Accruals.of(List.of(longBill, untilThen, JANUARY, MARCH), NOT_AFTER).get(0);

    assertThat(accrual.quantity().amount()).isEqualByComparingTo("280");
    assertThat(accrual.method()).isEqualTo(AccrualMethod.SAME_MONTH_OF_THE_YEAR_BEFORE);
  }

  /** A month of the year before that has days without a bill is no measure of it. */
  @Test
  void shouldNotTakeAMonthThatBillsCoverInPart() {
    Bill partly = bill(1, "2024-02-02", "2024-12-31", "3340");

    List<Accrual> accruals = Accruals.of(List.of(partly, JANUARY, MARCH), NOT_AFTER);

    assertThat(accruals.get(0).method())
        .isEqualTo(AccrualMethod.AVERAGE_DAILY_USE_OF_THE_NEIGHBOURS);
  }

  /** 20 January to 9 March without a bill: 12 + 28 + 9 days at (190 + 220) / (19 + 22) = 10. */
  @Test
  void shouldAccrueAGapMonthByMonth() {
    Bill before = bill(2, "2025-01-01", "2025-01-19", "190");
    Bill after = bill(4, "2025-03-10", "2025-03-31", "220");

    List<Accrual> accruals = Accruals.of(List.of(before, after), NOT_AFTER);

    assertThat(accruals)
        .extracting(accrual -> accrual.days() + ": " + accrual.quantity())
        .containsExactly(
            "2025-01-20 to 2025-01-31: 120 kWh",
            "2025-02-01 to 2025-02-28: 280 kWh",
            "2025-03-01 to 2025-03-09: 90 kWh");
  }

  /** The credit takes 310 of January's 620 back: (310 + 310) / 62 = 10 a day, 280 in February. */
  @Test
  void shouldCountUseAfterCredits() {
    Bill credit = bill(3, "2025-01-01", "2025-01-31", "-310");

    List<Accrual> accruals = Accruals.of(List.of(JANUARY, credit, MARCH), NOT_AFTER);

    assertThat(accruals).hasSize(1);
    assertThat(accruals.get(0).quantity().amount()).isEqualByComparingTo("280");
  }

  /** Nobody has said what was used in February once its bill is taken back. */
  @Test
  void shouldAccrueWhereABillWasTakenBack() {
    Bill february = bill(3, "2025-02-01", "2025-02-28", "999");
    Bill credit = bill(5, "2025-02-01", "2025-02-28", "-999");

    List<Accrual> accruals = Accruals.of(List.of(JANUARY, february, credit, MARCH), NOT_AFTER);

    assertThat(accruals).hasSize(1);
    assertThat(accruals.get(0).quantity().amount()).isEqualByComparingTo("420");
  }

  /** 0.31 MWh are 310 kWh, so 15 kWh a day as above. */
  @Test
  void shouldConvertNeighboursToOneUnit() {
    Bill march = bill(METER, 4, "2025-03-01", "2025-03-31", "0.31", "MWh");

    assertThat(Accruals.of(List.of(JANUARY, march), NOT_AFTER).get(0).quantity().toString())
        .isEqualTo("420 kWh");
  }

  /** 620 / 31 = 20 a day, 560 in February: kg of gas say nothing about kWh of it. */
  @Test
  void shouldUseTheBillBeforeAloneWhereTheUnitsDoNotConvert() {
    Bill march = bill(METER, 4, "2025-03-01", "2025-03-31", "25", "kg");

    Accrual accrual = Accruals.of(List.of(JANUARY, march), NOT_AFTER).get(0);

    assertThat(accrual.quantity().toString()).isEqualTo("560 kWh");
    assertThat(accrual.basis()).containsExactly(JANUARY);
  }

  @Test
  void shouldAccrueNothingAfterTheLastBillNorBetweenBillsThatMeet() {
    Bill february = bill(3, "2025-02-01", "2025-02-28", "280");

    assertThat(Accruals.of(List.of(JANUARY, february, MARCH), NOT_AFTER)).isEmpty();
    assertThat(Accruals.of(List.of(JANUARY), NOT_AFTER)).isEmpty();
    assertThat(Accruals.of(List.of(), NOT_AFTER)).isEmpty();
  }
}
