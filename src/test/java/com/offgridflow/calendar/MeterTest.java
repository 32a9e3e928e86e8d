package com.offgridflow.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import com.offgridflow.activity.ActivityKind;
import com.offgridflow.activity.Place;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MeterTest {
  @Test
  void shouldKnowAMeterByItsNumberWhoeverSupplies() {
    assertThat(of("electricity", "", "E-1", "4711").map(Meter::point)).hasValue("meter 4711");
  }

  @Test
  void shouldKnowAMeterByItsAccountWhereItHasNoNumber() {
    assertThat(of("stationary-combustion", "natural-gas", "G-1", "").map(Meter::point))
        .hasValue("account G-1 with Stadtwerke");
  }

  @Test
  void shouldNotGuessAMeterFromABillWithoutAccount() {
    assertThat(of("electricity", "", "", "")).isEmpty();
  }

  @Test
  void shouldKnowNoMeterOfFuelThatIsDelivered() {
    assertThat(of("stationary-combustion", "distillate-fuel-oil-no-2", "D-1", "")).isEmpty();
  }

  private static Optional<Meter> of(String kind, String subject, String account, String number) {
    Place place = new Place("Stadtwerke", "", "10115", "DE", "Works");
    return Meter.of(ActivityKind.ofCode(kind).orElseThrow(), subject, place, account, number);
  }
}
