package com.offgridflow.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import com.offgridflow.calendar.MeterStanding.Awaited;
import com.offgridflow.calendar.MeterStanding.Billed;
import com.offgridflow.calendar.MeterStanding.Closed;
import com.offgridflow.calendar.MeterStanding.Silent;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class MeterStandingTest {
  private static final LocalDate TODAY = LocalDate.of(2025, 9, 17);

  @Test
  void shouldAwaitNoBillOfTheMonthThatRuns() {
    assertThat(of("2025-09-01", false)).isEqualTo(new Billed());
    assertThat(of("2025-09-10", false)).isEqualTo(new Billed());
  }

  @Test
  void shouldAwaitBillsUpToTheEndOfTheLastCompleteMonth() {
    assertThat(of("2025-08-31", false)).isEqualTo(new Awaited(LocalDate.of(2025, 9, 1)));
    assertThat(of("2025-03-01", false)).isEqualTo(new Awaited(LocalDate.of(2025, 9, 1)));
  }

  @Test
  void shouldCallAMeterSilentAfterSixCompleteMonthsWithoutABill() {
    assertThat(of("2025-02-28", false)).isEqualTo(new Silent(LocalDate.of(2025, 2, 28)));
  }

  @Test
  void shouldAwaitNothingOfAClosedMeter() {
    assertThat(of("2025-08-01", true)).isEqualTo(new Closed());
  }

  private static MeterStanding of(String billedUntil, boolean closed) {
    return MeterStanding.of(LocalDate.parse(billedUntil), closed, TODAY, 6);
  }
}
