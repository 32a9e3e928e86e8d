package com.offgridflow.emission.scope2;

import static com.offgridflow.emission.scope2.Scope2Examples.activity;
import static com.offgridflow.emission.scope2.Scope2Examples.calculator;
import static com.offgridflow.emission.scope2.Scope2Examples.certificate;
import static com.offgridflow.emission.scope2.Scope2Examples.factor;
import static com.offgridflow.emission.scope2.Scope2Examples.use;
import static org.assertj.core.api.Assertions.assertThat;

import com.offgridflow.activity.Activity;
import com.offgridflow.activity.ActivityKind;
import com.offgridflow.activity.Quantity;
import com.offgridflow.activity.Unit;
import com.offgridflow.emission.Emission;
import com.offgridflow.emission.Outcome.Estimated;
import com.offgridflow.emission.scope2.Scope2Examples.Case;
import com.offgridflow.factor.Amounts;
import com.offgridflow.factor.Factor;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Heat and steam; the figures are hand calculations. */
class HeatWorkedExamplesTest {
  /**
   * UK DESNZ conversion factors 2025, heat and steam: 0.17529 kg CO2e/kWh; by hand 2 MWh are 350.58
   * kg by both methods where no instrument is there, and 175.29 kg where one covers half at 0.
   */
  @Test
  void shouldCountHeatByTheNetworkAndByInstrument() {
    Factor network = factor("h", "heat", "", "DE", "0.17529");
    Instrument half = certificate("1000", "0", Carrier.HEAT);

    Case without = use(ActivityKind.HEAT, "2000", null, network);
    Case with = use(ActivityKind.HEAT, "2000", half, network);

    assertThat(without.tonnes("location-based")).isEqualByComparingTo("0.35058");
    assertThat(without.kilograms("network-average")).isEqualByComparingTo("350.58");
    assertThat(with.tonnes("location-based")).isEqualByComparingTo("0.35058");
    assertThat(with.tonnes("market-based")).isEqualByComparingTo("0.17529");
  }

  /**
   * EPA GHG Emission Factors Hub 2024, table 7: 66.33 kg CO2, 1.25 g CH4, 0.125 g N2O per mmBtu; by
   * hand with AR6's 27.9 and 273: 66.33 + 0.034875 + 0.034125 = 66.399 kg CO2e for one mmBtu.
   */
  @Test
  void shouldCountSteamByItsGases() {
    Amounts gases =
        new Amounts(
            Optional.empty(),
            Optional.of(new BigDecimal("66.33")),
            Optional.of(new BigDecimal("0.00125")),
            Optional.of(new BigDecimal("0.000125")),
            Optional.empty(),
            Map.of());
    Factor steam = factor("s", "steam", "", "US", "mmBtu", gases);
    Activity oneMmBtu =
        activity(ActivityKind.STEAM, new Quantity(BigDecimal.ONE, new Unit("mmBtu")), "US");

    Estimated estimated = (Estimated) calculator(steam).estimate(oneMmBtu);

    assertThat(estimated.emissions())
        .extracting(Emission::method)
        .containsExactly("location-based", "market-based");
    assertThat(estimated.emissions().get(0).kgCo2e())
        .isCloseTo(new BigDecimal("66.399"), Offset.offset(new BigDecimal("1e-9")));
  }
}
