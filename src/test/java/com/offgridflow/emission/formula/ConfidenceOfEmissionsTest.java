package com.offgridflow.emission.formula;

import static com.offgridflow.activity.ActivityKind.PURCHASED_GOODS;
import static com.offgridflow.activity.ActivityKind.STATIONARY_COMBUSTION;
import static org.assertj.core.api.Assertions.assertThat;

import com.offgridflow.emission.Booked;
import com.offgridflow.emission.Emission;
import com.offgridflow.emission.Illustrative;
import com.offgridflow.factor.Uncertainty;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ConfidenceOfEmissionsTest {
  private static final Booked GAS = Booked.of(STATIONARY_COMBUSTION, "gas", "100", "kWh");

  /** By hand: exp(√(ln² 1.1 + ln² 1.05)) = 1.113015, exp(−√(ln² 0.9 + ln² 0.95)) = 0.889422. */
  @Test
  void shouldCombineTheIntervalsOfFactorAndQuantity() {
    Uncertainty both =
        emission(new Illustrative().within("0.9..1.1"), GAS.told("uncertainty", "0.95..1.05"))
            .uncertainty()
            .orElseThrow();
    assertThat(both.high()).isEqualByComparingTo("1.113015");
    assertThat(both.low()).isEqualByComparingTo("0.889422");
  }

  @Test
  void shouldStateNoIntervalWhereTheFactorHasNone() {
    Booked measured = GAS.told("uncertainty", "0.95..1.05");
    assertThat(emission(new Illustrative(), measured).uncertainty()).isEmpty();
  }

  @Test
  void shouldTakeTheIntervalThatIsToldWithAFactor() {
    Booked goods =
        Booked.of(PURCHASED_GOODS, "cement", "1", "kg")
            .told("supplier_factor", "0.15")
            .told("factor_uncertainty", "0.8..1.2");
    assertThat(emission(new Illustrative(), goods).uncertainty().orElseThrow())
        .hasToString("0.8..1.2");
  }

  /**
   * Technology 1, time 1 (same year), geography 3 (world), completeness 1, reliability 2: 8 ÷ 5.
   */
  @Test
  void shouldRateTheFiveIndicators() {
    assertThat(emission(new Illustrative(), GAS).dataQuality().orElseThrow())
        .isEqualByComparingTo("1.6");
  }

  /** Seven years after the factor: time 3 (fair), hence 10 ÷ 5. */
  @Test
  void shouldRateAnOldFactorLower() {
    Booked late = GAS.on(LocalDate.of(2032, 1, 1));
    assertThat(emission(new Illustrative(), late).dataQuality().orElseThrow())
        .isEqualByComparingTo("2.0");
  }

  /** Verified measurements: reliability 1, hence 7 ÷ 5. */
  @Test
  void shouldTakeARatingThatIsTold() {
    Booked verified = GAS.told("quality_reliability", "very-good");
    assertThat(emission(new Illustrative(), verified).dataQuality().orElseThrow())
        .isEqualByComparingTo("1.4");
  }

  private static Emission emission(Illustrative factors, Booked booked) {
    factors.world("stationary-combustion", "gas", "kWh", "0.2");
    return Illustrative.counted(factors.calculator(), booked).get(0);
  }
}
