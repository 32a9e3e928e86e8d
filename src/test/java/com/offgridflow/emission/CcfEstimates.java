package com.offgridflow.emission;

import static org.assertj.core.api.Assertions.assertThat;

import com.offgridflow.activity.Place;
import com.offgridflow.emission.Outcome.Estimated;
import com.offgridflow.emission.formula.EstimateBasis;
import java.math.BigDecimal;

/** Cloud use by the profile of Cloud Carbon Footprint. */
final class CcfEstimates {
  static final EmissionCalculator CALCULATOR =
      new EmissionCalculator(EstimateBasis.shipped().withProfile("ccf-2024"));

  private CcfEstimates() {}

  static void assertKwh(Sample sample, Place place, BigDecimal kwh) {
    assertThat(use(sample, place).energyKwh().orElseThrow().subtract(kwh).abs())
        .isLessThan(new BigDecimal("1e-25"));
  }

  static Emission use(Sample sample, Place place) {
    return estimated(sample, place).emissions().get(0);
  }

  static Estimated estimated(Sample sample, Place place) {
    return (Estimated) CALCULATOR.estimate(sample.at(place));
  }
}
