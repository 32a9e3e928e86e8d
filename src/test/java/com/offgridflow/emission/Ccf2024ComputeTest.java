package com.offgridflow.emission;

import static com.offgridflow.emission.CcfEstimates.CALCULATOR;
import static com.offgridflow.emission.CcfEstimates.assertKwh;
import static com.offgridflow.emission.Sample.cloud;
import static org.assertj.core.api.Assertions.assertThat;

import com.offgridflow.activity.Activity;
import com.offgridflow.activity.ActivityKind;
import com.offgridflow.emission.Outcome.Estimated;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Compute and memory as Cloud Carbon Footprint counts them. Expected figures are hand calculations
 * from its constants (cloud-carbon-footprint b7a049c, 2024-03-25): W at 50 % are min + (max − min)
 * ÷ 2; PUE is 1.135 for AWS, 1.185 for Azure, 1.1 for Google where no region has its own.
 */
class Ccf2024ComputeTest {
  /**
   * kWh = W × vCPU-h × PUE ÷ 1000.
   *
   * <ul>
   *   <li>m5.large, Skylake 0.65..4.26: 2.455 W × 100 × 1.135
   *   <li>c5.large, Cascade Lake and Skylake: mean 0.645..4.115: 2.38 W
   *   <li>m4.large, Haswell and Broadwell: mean 0.855..4.215: 2.535 W
   *   <li>t3.micro, Cascade Lake 0.64..3.97: 2.305 W, baseline 10 % ÷ 50 % = 0.2
   *   <li>a1.large, Graviton has no figures, and a type of later years: AWS's averages 0.74..3.5:
   *       2.12 W
   *   <li>M128s, Haswell and Cascade Lake: mean 0.82..4.355: 2.5875 W × 1.185
   *   <li>E64 v3, Cascade Lake, Skylake, Broadwell: (2 + 11.92) ÷ 6 = 2.32 W
   *   <li>D2 v3, those and Haswell: mean 0.75..4.165: 2.4575 W
   *   <li>E96as v4, EPYC 2nd Gen 0.47..1.69: 1.08 W
   *   <li>D2s v5, Ice Lake has no figures: Azure's averages 0.74..3.54: 2.14 W
   *   <li>n1-standard-1, Skylake, Broadwell, Haswell, Sandy Bridge, Ivy Bridge: medians 1..4.74:
   *       2.87 W × 1000 × 1.11
   *   <li>n2-standard-4, Cascade Lake: 2.305 W; n2d-standard-4, EPYC 2nd Gen: 1.08 W × 1.07
   *   <li>e2-micro, mean of four 0.7075..3.595: 2.15125 W, 25 % ÷ 50 % = 0.5, × 1.09
   *   <li>unknown type of Google: medians 0.68..4.11: 2.395 W × 1.13
   * </ul>
   */
  @ParameterizedTest
  @CsvSource({
    "aws,   eu-central-1,    m5.large,       100,  0.2786425",
    "aws,   us-east-1,       c5.large,       100,  0.27013",
    "aws,   us-west-2,       m4.large,       100,  0.2877225",
    "aws,   us-west-2,       db.m4.large,    100,  0.2877225",
    "aws,   us-east-1,       t3.micro,       100,  0.0523235",
    "aws,   us-east-1,       a1.large,       100,  0.24062",
    "aws,   us-east-1,       m8g.large,      100,  0.24062",
    "azure, westeurope,      M128s,          100,  0.30661875",
    "azure, westeurope,      E64 v3,         100,  0.27492",
    "azure, westeurope,      Standard_D2_v3, 100,  0.29121375",
    "azure, westeurope,      E96as v4,       100,  0.12798",
    "azure, westeurope,      D2s v5,         100,  0.25359",
    "gcp,   us-central1,     n1-standard-1,  1000, 3.1857",
    "gcp,   europe-west9,    n2-standard-4,  100,  0.25355",
    "gcp,   europe-west4,    n2d-standard-4, 100,  0.11556",
    "gcp,   europe-west1,    e2-micro,       100,  0.117243125",
    "gcp,   asia-southeast1, z9-unheard-of,  100,  0.270635",
  })
  void shouldEstimateCompute(
      String provider, String region, String type, String vcpuHours, BigDecimal kwh) {
    assertKwh(
        Sample.of(ActivityKind.CLOUD_COMPUTE, type, vcpuHours, "vCPU-h"),
        cloud(provider, region),
        kwh);
  }

  /**
   * To the vCPUs comes GPU-h × (min + (max − min) ÷ 2) W × PUE ÷ 1000: 10 h of p3.2xlarge are 80
   * vCPU-h at 2.2 W and 10 h of a V100 at 170.5 W: (176 + 1705) × 1.135 ÷ 1000. NC6 (6 vCPUs, one
   * K80, processor unknown): (60 × 2.14 + 10 × 170.5) × 1.185 ÷ 1000. NC12s v3 (12 vCPUs, two
   * V100): (120 × 2.14 + 20 × 170.5) × 1.185 ÷ 1000. Google bills GPUs by themselves: 10 h of a T4
   * at 39.5 W × 1.1 ÷ 1000.
   */
  @ParameterizedTest
  @CsvSource({
    "aws,   us-east-1,  p3.2xlarge, 80,  vCPU-h, 2.134935",
    "aws,   us-east-1,  p3.2xlarge, 10,  h,      2.134935",
    "azure, westeurope, NC6,        60,  vCPU-h, 2.172579",
    "azure, eastus,     NC12s v3,   120, vCPU-h, 4.345158",
    "gcp,   us-west1,   Nvidia T4,  10,  h,      0.4345",
  })
  void shouldAddGpus(
      String provider, String region, String type, String amount, String unit, BigDecimal kwh) {
    assertKwh(
        Sample.of(ActivityKind.CLOUD_COMPUTE, type, amount, unit), cloud(provider, region), kwh);
  }

  /**
   * GB beyond the processors' × hours × 0.000392 × PUE, here for 10 h.
   *
   * <ul>
   *   <li>x1.32xlarge: 1952 GB, Haswell 27.71 GB, 128 vCPUs are 2 chips: 1896.58 GB
   *   <li>r5.24xlarge: 768 GB, mean of 98.12 and 81.32 GB, 1 chip: 678.28 GB
   *   <li>m5.metal: 384 − 81.32 = 302.68 GB; m5.large: 8 − 81.32 is below 0
   *   <li>M128s: 2048 GB, mean of 27.71 and 98.12 GB, 2 chips: 1922.17 GB
   *   <li>E64 v3: 432 GB, mean of 98.12, 81.32, 69.65: 348.97 GB
   *   <li>E96as v4: 672 − 129.78 = 542.22 GB; D2s v5: 8 GB − Azure's average is below 0
   * </ul>
   */
  @ParameterizedTest
  @CsvSource({
    "aws,   eu-west-1,  x1.32xlarge, 19520, 8.438263736",
    "aws,   eu-west-1,  r5.24xlarge, 7680,  3.017803376",
    "aws,   eu-west-1,  m5.metal,    3840,  1.346683856",
    "aws,   eu-west-1,  m5.large,    80,    0",
    "azure, westeurope, M128s,       20480, 8.928864084",
    "azure, westeurope, E64 v3,      4320,  1.621035444",
    "azure, westeurope, E96as v4,    6720,  2.518720344",
    "azure, westeurope, D2s v5,      80,    0",
  })
  void shouldCountMemoryBeyondThatOfTheProcessors(
      String provider, String region, String type, String gigabyteHours, BigDecimal kwh) {
    assertKwh(
        Sample.of(ActivityKind.CLOUD_MEMORY, type, gigabyteHours, "GB-h"),
        cloud(provider, region),
        kwh);
  }

  @Test
  void shouldCountNoMemoryOfGoogle() {
    assertKwh(
        Sample.of(ActivityKind.CLOUD_MEMORY, "n2-standard-4", "160", "GB-h"),
        cloud("gcp", "us-west1"),
        BigDecimal.ZERO);
  }

  /** 100 × 2.12 W × 1.135 × 2 copies ÷ 1000. */
  @Test
  void shouldCountCopiesOfComputeThatDetailsName() {
    Activity activity =
        CloudSample.detailed(
            Sample.of(ActivityKind.CLOUD_COMPUTE, "", "100", "vCPU-h")
                .at(cloud("aws", "us-east-1")),
            Map.of("replication", "rds_multi_az"));
    Estimated outcome = (Estimated) CALCULATOR.estimate(activity);
    assertThat(outcome.emissions().get(0).energyKwh().orElseThrow())
        .isEqualByComparingTo("0.48124");
  }

  @Test
  void shouldRefuseCopiesOfAnUnknownClass() {
    Activity activity =
        CloudSample.detailed(
            Sample.of(ActivityKind.CLOUD_COMPUTE, "", "100", "vCPU-h")
                .at(cloud("aws", "us-east-1")),
            Map.of("replication", "rds_twice"));
    assertThat(CALCULATOR.estimate(activity).message())
        .isEqualTo(
            "cloud.compute, replication: 'rds_twice' should be a class of copies of aws such as"
                + " rds_multi_az");
  }
}
