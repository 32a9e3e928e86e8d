package com.offgridflow.emission.scope3;

import static org.assertj.core.api.Assertions.assertThat;

import com.offgridflow.emission.Booked;
import com.offgridflow.emission.Illustrative;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** What the worked examples of Scope 3 have in common. */
final class Examples {
  private Examples() {}

  static Illustrative energyFactors(String electricity, String gas) {
    return new Illustrative()
        .factor("grid.location", "", "GB", "kWh", electricity)
        .world("stationary-combustion", "natural-gas", "kWh", gas);
  }

  static void assertKg(String published, Illustrative factors, Booked... booked) {
    BigDecimal expected = new BigDecimal(published);
    assertThat(factors.kg(booked).setScale(expected.scale(), RoundingMode.HALF_UP))
        .isEqualByComparingTo(expected);
  }
}
