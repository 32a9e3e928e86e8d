package com.offgridflow.emission;

import static com.offgridflow.emission.Sample.cloud;
import static com.offgridflow.emission.SampleEstimates.electricity;
import static com.offgridflow.emission.SampleEstimates.estimated;
import static com.offgridflow.emission.SampleEstimates.fuel;
import static com.offgridflow.emission.SampleEstimates.missing;
import static org.assertj.core.api.Assertions.assertThat;

import com.offgridflow.activity.Activity;
import com.offgridflow.activity.ActivityKind;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Electricity and fuels. Expected figures are worked out by hand in the comments. */
class EnergyEstimatesTest {
  /**
   * NEWE: 536.428 lb CO2, 0.063 lb CH4, 0.008 lb N2O per MWh, × 0.45359237 kg/lb. 1 MWh: CO2
   * 243.31964785436 kg, CH4 0.02857631931, N2O 0.00362873896; × 1, 27.9, 273: 243.31964785436 +
   * 0.797279308749 + 0.99064573608 = 245.107572899189 kg CO2e.
   */
  @Test
  void shouldEstimateElectricityByZipCodePerGas() {
    Emission use = estimated(electricity("1", "MWh", "", "02139", "US")).get(0);
    assertThat(use.scope()).isEqualTo(Scope.SCOPE_2);
    assertThat(use.method()).isEqualTo("location-based");
    assertThat(use.gwpSet()).isEqualTo("AR6");
    assertThat(use.energyKwh().orElseThrow()).isEqualByComparingTo("1000");
    assertThat(use.gases().co2().orElseThrow()).isEqualByComparingTo("243.31964785436");
    assertThat(use.gases().ch4().orElseThrow()).isEqualByComparingTo("0.02857631931");
    assertThat(use.gases().n2o().orElseThrow()).isEqualByComparingTo("0.00362873896");
    assertThat(use.kgCo2e()).isEqualByComparingTo("245.107572899189");
    assertThat(use.derivation().toJson())
        .contains("newest edition (GHG Emission Factors Hub 2024", "applied to a later day");
  }

  /** 1000 kWh × 0.32965. */
  @Test
  void shouldEstimateElectricityByCountry() {
    Emission use = estimated(electricity("1000", "kWh", "", "10115", "DE")).get(0);
    assertThat(use.kgCo2e()).isEqualByComparingTo("329.65");
    assertThat(use.gases().co2()).isEmpty();
  }

  @Test
  void shouldLetGridZoneDecideBetweenSubregionsOfAZipCode() {
    assertThat(ids(electricity("1", "kWh", "", "00019", "US"))).contains("epa-hub-2024:t6:CAMX");
    assertThat(ids(electricity("1", "kWh", "NWPP", "00019", "US")))
        .contains("epa-hub-2024:t6:NWPP");
    assertThat(ids(electricity("1", "kWh", "srvc", "", "US"))).contains("epa-hub-2024:t6:SRVC");
  }

  @Test
  void shouldNotWidenAnUnknownPlaceToItsCountry() {
    assertThat(missing(electricity("1", "kWh", "", "99999", "US")).message()).contains("ZIP 99999");
    assertThat(missing(electricity("1", "kWh", "XXXX", "", "US")).message())
        .contains("grid zone XXXX");
    assertThat(missing(electricity("1", "kWh", "", "", "")).message())
        .contains("a place without country");
    assertThat(missing(electricity("1", "kWh", "", "", "IN")).asked()).contains("IN");
  }

  /**
   * 1000 therm = 100 mmBtu; CO2 5306 kg, CH4 0.1 kg, N2O 0.01 kg; 5306 + 2.79 + 2.73 = 5311.52 kg
   * CO2e.
   */
  @Test
  void shouldEstimateNaturalGasByEnergy() {
    Emission gas = estimated(fuel("natural-gas", "1000", "therm")).get(0);
    assertThat(gas.component()).isEqualTo("combustion");
    assertThat(gas.scope()).isEqualTo(Scope.SCOPE_1);
    assertThat(gas.gases().co2().orElseThrow()).isEqualByComparingTo("5306");
    assertThat(gas.gases().ch4().orElseThrow()).isEqualByComparingTo("0.1");
    assertThat(gas.kgCo2e()).isEqualByComparingTo("5311.52");
    assertThat(gas.energyKwh()).isEmpty();
  }

  /** 10 Mcf = 10000 scf: CO2 544.4, CH4 0.0103, N2O 0.001; 544.4 + 0.28737 + 0.273 = 544.96037. */
  @Test
  void shouldEstimateNaturalGasByVolume() {
    Emission gas = estimated(fuel("natural-gas", "10", "Mcf")).get(0);
    assertThat(gas.factorIds()).containsExactly("epa-hub-2024:t1:natural-gas:scf");
    assertThat(gas.kgCo2e()).isEqualByComparingTo("544.96037");
  }

  /**
   * 2 short tons of wood: CH4 0.252 kg, N2O 0.126 kg; 7.0308 + 34.398 = 41.4288; CO2 3280 apart.
   */
  @Test
  void shouldKeepBiogenicCo2Apart() {
    Emission wood = estimated(fuel("wood-and-wood-residuals", "2", "short-ton")).get(0);
    assertThat(wood.gases().biogenicCo2().orElseThrow()).isEqualByComparingTo("3280");
    assertThat(wood.gases().co2()).isEmpty();
    assertThat(wood.kgCo2e()).isEqualByComparingTo("41.4288");
  }

  /** Google gives Montreal 0 g/kWh for 2022. */
  @Test
  void shouldTakeAGridFactorOfZeroForZero() {
    Activity activity =
        Sample.of(ActivityKind.CLOUD_NETWORK, "", "100", "GB")
            .on(LocalDate.of(2022, 7, 1))
            .at(cloud("gcp", "northamerica-northeast1"));
    assertThat(estimated(activity).get(0).kgCo2e()).isEqualByComparingTo("0");
    assertThat(estimated(activity).get(0).energyKwh().orElseThrow()).isEqualByComparingTo("0.11");
  }

  @Test
  void shouldTakeTheEditionOfTheDay() {
    for (int year = 2019; year <= 2024; year++) {
      Activity activity =
          Sample.of(ActivityKind.CLOUD_NETWORK, "", "1", "GB")
              .on(LocalDate.of(year, 12, 31))
              .at(cloud("gcp", "us-central1"));
      assertThat(ids(activity)).contains("google-" + year + ":us-central1");
    }
  }

  @Test
  void shouldTakeBackWhatANegativeQuantityCorrects() {
    assertThat(estimated(electricity("-1000", "kWh", "", "", "DE")).get(0).kgCo2e())
        .isEqualByComparingTo("-329.65");
    assertThat(estimated(electricity("0", "kWh", "", "", "DE")).get(0).kgCo2e())
        .isEqualByComparingTo("0");
  }

  private static List<String> ids(Activity activity) {
    return estimated(activity).get(0).factorIds();
  }
}
