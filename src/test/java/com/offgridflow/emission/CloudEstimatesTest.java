package com.offgridflow.emission;

import static com.offgridflow.emission.Sample.cloud;
import static com.offgridflow.emission.SampleEstimates.CALCULATOR;
import static com.offgridflow.emission.SampleEstimates.FRANKFURT;
import static com.offgridflow.emission.SampleEstimates.estimated;
import static org.assertj.core.api.Assertions.assertThat;

import com.offgridflow.activity.Activity;
import com.offgridflow.activity.ActivityKind;
import com.offgridflow.emission.Outcome.Estimated;
import org.junit.jupiter.api.Test;

/** Cloud use by the hub's own profile. Expected figures are worked out by hand in the comments. */
class CloudEstimatesTest {
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

  private static Activity compute(String type, String vcpuHours) {
    return Sample.of(ActivityKind.CLOUD_COMPUTE, type, vcpuHours, "vCPU-h").at(FRANKFURT);
  }
}
