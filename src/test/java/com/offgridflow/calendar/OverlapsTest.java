package com.offgridflow.calendar;

import static com.offgridflow.calendar.SampleBills.bill;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class OverlapsTest {
  private static final Bill JANUARY = bill(2, "2025-01-01", "2025-01-31", "310");
  private static final Bill LATE_JANUARY = bill(3, "2025-01-20", "2025-02-10", "220");
  private static final Bill FEBRUARY = bill(4, "2025-02-01", "2025-02-28", "280");

  @Test
  void shouldLetBillsFollowEachOther() {
    assertThat(Overlaps.find(List.of(JANUARY), List.of(FEBRUARY))).isEmpty();
  }

  @Test
  void shouldRefuseABillThatOverlapsOneThatStands() {
    assertThat(Overlaps.find(List.of(JANUARY), List.of(LATE_JANUARY)))
        .containsExactly(new Overlap(LATE_JANUARY, JANUARY));
  }

  @Test
  void shouldKeepTheFirstOfTwoThatArriveTogether() {
    assertThat(Overlaps.find(List.of(), List.of(JANUARY, LATE_JANUARY, FEBRUARY)))
        .containsExactly(new Overlap(LATE_JANUARY, JANUARY));
  }

  @Test
  void shouldNameBothRowsAndTheDaysThatTheyShare() {
    Overlap overlap = new Overlap(LATE_JANUARY, JANUARY);

    assertThat(overlap.message())
        .contains("bills.csv, line 3")
        .contains("bills.csv, line 2")
        .contains("2025-01-20 to 2025-01-31")
        .contains("meter 7");
    assertThat(overlap.mitigation()).contains("2025-02-01 or later").contains("310 kWh");
  }

  @Test
  void shouldLetAnotherMeterHaveTheSameDays() {
    Meter other = new Meter("electricity", "", "Works", "meter 8");
    Bill same = bill(other, 5, "2025-01-01", "2025-01-31", "1", "kWh");

    assertThat(Overlaps.find(List.of(JANUARY), List.of(same))).isEmpty();
  }

  @Test
  void shouldLetACreditStandBesideItsBill() {
    Bill credit = bill(5, "2025-01-01", "2025-01-31", "-20");

    assertThat(Overlaps.find(List.of(JANUARY), List.of(credit))).isEmpty();
  }

  @Test
  void shouldTakeARebillWhereACreditTookTheBillBack() {
    Bill credit = bill(5, "2025-01-01", "2025-01-31", "-310");
    Bill rebill = bill(6, "2025-01-01", "2025-01-31", "290");

    assertThat(Overlaps.find(List.of(JANUARY), List.of(rebill, credit))).isEmpty();
    assertThat(Overlaps.find(List.of(JANUARY), List.of(rebill)))
        .containsExactly(new Overlap(rebill, JANUARY));
  }

  @Test
  void shouldTakeBackASecondBillByASecondCredit() {
    Bill credit = bill(5, "2025-01-01", "2025-01-31", "-310");
    Bill rebill = bill(6, "2025-01-01", "2025-01-31", "310");
    Bill secondCredit = bill(7, "2025-01-01", "2025-01-31", "-310");
    Bill last = bill(8, "2025-01-01", "2025-01-31", "300");

    assertThat(Overlaps.find(List.of(JANUARY), List.of(credit, rebill, secondCredit, last)))
        .isEmpty();
  }

  @Test
  void shouldCountOneCreditForOneBillOnly() {
    Bill credit = bill(5, "2025-01-01", "2025-01-31", "-310");
    Bill rebill = bill(6, "2025-01-01", "2025-01-31", "310");
    Bill again = bill(7, "2025-01-01", "2025-01-31", "310");

    assertThat(Overlaps.find(List.of(JANUARY), List.of(credit, rebill, again)))
        .containsExactly(new Overlap(again, rebill));
  }
}
