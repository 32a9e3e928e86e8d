package com.offgridflow.emission;

import static com.offgridflow.emission.Sample.cloud;
import static org.assertj.core.api.Assertions.assertThat;

import com.offgridflow.activity.Activity;
import com.offgridflow.activity.ActivityKind;
import com.offgridflow.activity.Place;
import com.offgridflow.activity.Unit;
import com.offgridflow.emission.Outcome.Estimated;
import com.offgridflow.emission.Outcome.IncompatibleUnit;
import com.offgridflow.emission.Outcome.MissingFactor;
import com.offgridflow.emission.Outcome.NotEstimable;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Expected figures are worked out by hand in the comments, from the publications' figures. */
class EmissionCalculatorTest {
  private static final EmissionCalculator CALCULATOR = EmissionCalculator.shipped();
  private static final Place FRANKFURT = cloud("aws", "eu-central-1");

  /**
   * m5.large runs on Skylake: 0.65 to 4.26 W, so W = 0.65 + 0.5 × 3.61 = 2.455. PUE of Frankfurt
   * 1.35, grid 0.32965. kWh = 100 × 2.455 × 1.35 / 1000 = 0.331425; kg = 0.331425 × 0.32965 =
   * 0.10925425125.
   */
  @Test
  void shouldEstimateUseOfKnownInstanceType() {
    Emission use = estimated(compute("m5.large", "100")).get(0);
    assertThat(use.component()).isEqualTo("use");
    assertThat(use.scope()).isEqualTo(Scope.SCOPE_3);
    assertThat(use.category()).contains(1);
    assertThat(use.method()).isEqualTo("cloud-usage");
    assertThat(use.energyKwh().orElseThrow()).isEqualByComparingTo("0.331425");
    assertThat(use.kgCo2e()).isEqualByComparingTo("0.10925425125");
    assertThat(use.factorIds())
        .containsExactly(
            "ccf-2024:aws:avg-cpu-utilization-2020",
            "ccf-2024:aws/skylake:min-watts",
            "ccf-2024:aws/skylake:max-watts",
            "aws-pue-2026:eu-central-1",
            "ember-2026:aws/eu-central-1");
  }

  /** 1610.3792 kg / (96 vCPU × 35,040 h) × 100 vCPU-h = 161037.92 / 3363840 = 0.0478732401 */
  @Test
  void shouldShareServerByVcpuAndLife() {
    Emission embodied = estimated(compute("m5.large", "100")).get(1);
    assertThat(embodied.component()).isEqualTo("embodied");
    assertThat(embodied.energyKwh()).isEmpty();
    assertThat(embodied.kgCo2e().toPlainString()).startsWith("0.0478732401");
  }

  /** c5.large: Cascade Lake 0.64 to 3.97, Skylake 0.65 to 4.26; min 0.645, max 4.115, W 2.38. */
  @Test
  void shouldAverageOverCandidateProcessors() {
    Emission use = estimated(compute("c5.large", "1000")).get(0);
    assertThat(use.energyKwh().orElseThrow()).isEqualByComparingTo("3.213"); // 1000×2.38×1.35/1000
  }

  /**
   * n1-standard-1 on Skylake, Broadwell, Haswell, Sandy Bridge, Ivy Bridge: medians 1 and 4.74 W,
   * so 2.87 W; PUE of us-central1 1.11: 1000 × 2.87 × 1.11 / 1000 = 3.1857 kWh.
   */
  @Test
  void shouldTakeMedianWhereSandyOrIvyBridgeIsAmongThem() {
    Activity activity =
        Sample.of(ActivityKind.CLOUD_COMPUTE, "n1-standard-1", "1000", "vCPU-h")
            .at(cloud("gcp", "us-central1"));
    assertThat(estimated(activity).get(0).energyKwh().orElseThrow()).isEqualByComparingTo("3.1857");
  }

  /**
   * t3.micro: Cascade Lake W 0.64 + 0.5 × 3.33 = 2.305, baseline 10 % / 50 % = 0.2: 0.62235 kWh.
   */
  @Test
  void shouldCountBurstableTypeByItsBaseline() {
    Emission use = estimated(compute("t3.micro", "1000")).get(0);
    assertThat(use.energyKwh().orElseThrow()).isEqualByComparingTo("0.62235");
  }

  /** AWS on average 0.74 to 3.5 W: 2.12 W; 100 × 2.12 × 1.35 / 1000 = 0.2862 kWh. */
  @Test
  void shouldTakeProviderAverageForUnknownTypeAndSaySo() {
    Estimated outcome = (Estimated) CALCULATOR.estimate(compute("m99.large", "100"));
    assertThat(outcome.emissions()).hasSize(1);
    Emission use = outcome.emissions().get(0);
    assertThat(use.energyKwh().orElseThrow()).isEqualByComparingTo("0.2862");
    assertThat(use.derivation().toJson()).contains("type 'm99.large' not known: average of aws");
    assertThat(outcome.gaps())
        .containsExactly("embodied: no server is published for type 'm99.large'");
  }

  /**
   * 1000 GiB-h × 0.000392 × 1.35 = 0.5292 kWh; × 0.32965 = 0.17445078 kg. The coefficient is about
   * modules, whose GB are 2^30 bytes.
   */
  @Test
  void shouldEstimateMemory() {
    Emission use =
        estimated(Sample.of(ActivityKind.CLOUD_MEMORY, "m5.large", "1000", "GiB-h").at(FRANKFURT))
            .get(0);
    assertThat(use.energyKwh().orElseThrow()).isEqualByComparingTo("0.5292");
    assertThat(use.kgCo2e()).isEqualByComparingTo("0.17445078");
  }

  /** 1000 GB-month = 730 TB-h; × 0.65 Wh × 6 copies × 1.35 / 1000 = 3.84345 kWh; × 0.32965. */
  @Test
  void shouldEstimateStorageByItsCopies() {
    Emission use =
        estimated(Sample.of(ActivityKind.CLOUD_STORAGE_HDD, "s3", "1000", "GB-month").at(FRANKFURT))
            .get(0);
    assertThat(use.energyKwh().orElseThrow()).isEqualByComparingTo("3.84345");
    assertThat(use.kgCo2e()).isEqualByComparingTo("1.2669932925");
  }

  /** 100 TB-h × 1.2 Wh × 1 × 1.35 / 1000 = 0.162 kWh. */
  @Test
  void shouldTakeProviderDefaultForUnknownStorageClassAndSaySo() {
    Emission use =
        estimated(Sample.of(ActivityKind.CLOUD_STORAGE_SSD, "new", "100", "TB-h").at(FRANKFURT))
            .get(0);
    assertThat(use.energyKwh().orElseThrow()).isEqualByComparingTo("0.162");
    assertThat(use.derivation().toJson()).contains("copies, provider's default");
  }

  /** 2 TB = 2000 GB; × 0.001 × 1.35 = 2.7 kWh; × 0.32965 = 0.890055 kg. */
  @Test
  void shouldEstimateNetwork() {
    Emission use =
        estimated(Sample.of(ActivityKind.CLOUD_NETWORK, "", "2", "TB").at(FRANKFURT)).get(0);
    assertThat(use.kgCo2e()).isEqualByComparingTo("0.890055");
  }

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
  void shouldNotEstimateBeforeTheOldestEdition() {
    Activity activity =
        Sample.of(ActivityKind.CLOUD_NETWORK, "", "1", "GB")
            .on(LocalDate.of(2018, 12, 31))
            .at(cloud("gcp", "us-central1"));
    assertThat(missing(activity).message())
        .contains("before the oldest edition", "google-2019:us-central1");
  }

  @Test
  void shouldNameNearestRegionsForAnUnknownOne() {
    MissingFactor missing =
        missing(Sample.of(ActivityKind.CLOUD_NETWORK, "", "1", "GB").at(cloud("aws", "eu-west-9")));
    assertThat(missing.asked()).isEqualTo("grid.location at aws/eu-west-9");
    assertThat(missing.nearest())
        .contains(
            "ember-2026:aws/eu-west-1", "ember-2026:aws/eu-west-2", "ember-2026:aws/eu-west-3");
  }

  @Test
  void shouldNotEstimateAProviderItDoesNotKnow() {
    Activity activity =
        Sample.of(ActivityKind.CLOUD_COMPUTE, "", "1", "vCPU-h")
            .at(cloud("oracle", "us-ashburn-1"));
    assertThat(missing(activity).message()).contains("oracle");
  }

  @Test
  void shouldNameNearestFuelsForAnUnknownOne() {
    assertThat(missing(fuel("natural-gaz", "1", "therm")).nearest())
        .contains("epa-hub-2024:t1:natural-gas:mmbtu");
  }

  @Test
  void shouldRejectAUnitThatDoesNotConvert() {
    IncompatibleUnit gas = (IncompatibleUnit) CALCULATOR.estimate(fuel("natural-gas", "1", "km"));
    assertThat(gas.accepted()).extracting(Unit::symbol).containsExactly("mmBtu", "scf");
    IncompatibleUnit power =
        (IncompatibleUnit) CALCULATOR.estimate(electricity("1", "kW", "", "", "DE"));
    assertThat(power.message()).isEqualTo("electricity in 'kW' does not convert to kWh");
  }

  @Test
  void shouldNotEstimateOtherCloudUse() {
    Activity other =
        Sample.of(ActivityKind.CLOUD_OTHER, "Requests-Tier1", "5", "Requests").at(FRANKFURT);
    assertThat(CALCULATOR.estimate(other)).isInstanceOf(NotEstimable.class);
  }

  @Test
  void shouldTakeBackWhatANegativeQuantityCorrects() {
    assertThat(estimated(electricity("-1000", "kWh", "", "", "DE")).get(0).kgCo2e())
        .isEqualByComparingTo("-329.65");
    assertThat(estimated(electricity("0", "kWh", "", "", "DE")).get(0).kgCo2e())
        .isEqualByComparingTo("0");
  }

  @Test
  void shouldRenderTheSameDerivationAsTheSameText() {
    String json =
        estimated(Sample.of(ActivityKind.CLOUD_NETWORK, "", "2", "TB").at(FRANKFURT))
            .get(0)
            .derivation()
            .toJson();
    assertThat(json)
        .isEqualTo(
            "{\"quantity\":{\"value\":2,\"unit\":\"TB\"},"
                + "\"converted\":{\"value\":2000,\"unit\":\"GB\"},"
                + "\"formula\":\"kWh = GB × kWh/GB × PUE; kg = kWh × grid intensity\",\"steps\":["
                + "{\"name\":\"network\",\"value\":0.001,\"unit\":\"kWh/GB\","
                + "\"factor\":\"ccf-2024:aws:networking-coefficient\","
                + "\"why\":\"aws\"},"
                + "{\"name\":\"PUE\",\"value\":1.35,\"unit\":\"1\","
                + "\"factor\":\"aws-pue-2026:eu-central-1\","
                + "\"why\":\"aws/eu-central-1\"},"
                + "{\"name\":\"grid intensity\",\"value\":0.32965,\"unit\":\"kg CO2e/kWh\","
                + "\"factor\":\"ember-2026:aws/eu-central-1\","
                + "\"why\":\"aws/eu-central-1, valid 2024-01-01 until 2026-01-01\"}],"
                + "\"result\":{\"kWh\":2.70000,\"kgCO2e\":0.8900550000}}");
  }

  private static Activity compute(String type, String vcpuHours) {
    return Sample.of(ActivityKind.CLOUD_COMPUTE, type, vcpuHours, "vCPU-h").at(FRANKFURT);
  }

  private static Activity electricity(
      String amount, String unit, String zone, String postcode, String country) {
    return Sample.of(ActivityKind.ELECTRICITY, "", amount, unit)
        .at(new Place("", zone, postcode, country, ""));
  }

  private static Activity fuel(String fuel, String amount, String unit) {
    return Sample.of(ActivityKind.STATIONARY_COMBUSTION, fuel, amount, unit)
        .at(new Place("", "", "02139", "US", ""));
  }

  private static List<Emission> estimated(Activity activity) {
    return ((Estimated) CALCULATOR.estimate(activity)).emissions();
  }

  private static List<String> ids(Activity activity) {
    return estimated(activity).get(0).factorIds();
  }

  private static MissingFactor missing(Activity activity) {
    return (MissingFactor) CALCULATOR.estimate(activity);
  }
}
