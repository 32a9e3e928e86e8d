package com.offgridflow.emission;

import static com.offgridflow.emission.Sample.cloud;
import static org.assertj.core.api.Assertions.assertThat;

import com.offgridflow.activity.Activity;
import com.offgridflow.activity.ActivityKind;
import com.offgridflow.activity.Place;
import com.offgridflow.emission.Outcome.Estimated;
import com.offgridflow.emission.Outcome.MissingFactor;
import com.offgridflow.emission.formula.EstimateBasis;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Each formula of Cloud Carbon Footprint for each provider. Expected figures are hand calculations
 * from its constants (cloud-carbon-footprint b7a049c, 2024-03-25): W at 50 % are min + (max − min)
 * ÷ 2; PUE is 1.135 for AWS, 1.185 for Azure, 1.1 for Google where no region has its own.
 */
class Ccf2024ProfileTest {
  private static final EmissionCalculator CALCULATOR =
      new EmissionCalculator(EstimateBasis.shipped().withProfile("ccf-2024"));

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

  /** TB-h × 1.2 or 0.65 Wh × PUE × copies ÷ 1000, e.g. 730 × 0.65 × 1.135 × 6 ÷ 1000. */
  @ParameterizedTest
  @CsvSource({
    "aws,   eu-west-1,    HDD, s3,                          730,    3.231345",
    "aws,   eu-west-1,    SSD, ec2_ebs_volume,              730,    1.98852",
    "aws,   us-east-1,    SSD, rds_aurora,                  720,    5.88384",
    "azure, westeurope,   SSD, storage_grs,                 744,    6.347808",
    "azure, westeurope,   SSD, storage_disks,               95.232, 0.406259712",
    "gcp,   europe-west1, HDD, cloud_storage_single_region, 100,    0.1417",
    "gcp,   us-west1,     SSD, some_new_class,              100,    0.132",
  })
  void shouldEstimateStorageByItsCopies(
      String provider, String region, String medium, String type, String amount, BigDecimal kwh) {
    ActivityKind kind =
        medium.equals("SSD") ? ActivityKind.CLOUD_STORAGE_SSD : ActivityKind.CLOUD_STORAGE_HDD;
    assertKwh(Sample.of(kind, type, amount, "TB-h"), cloud(provider, region), kwh);
  }

  /**
   * 1000 GB in a month of 28, 29, 30 or 31 days × 24 h: 0.672 to 0.744 TB-h per GB × 1.2 Wh × 1.
   */
  @ParameterizedTest
  @CsvSource({
    "2023-02-15, 0.915264",
    "2024-02-15, 0.947952",
    "2024-04-15, 0.98064",
    "2024-05-15, 1.013328",
  })
  void shouldGiveAMonthTheHoursOfTheCalendar(LocalDate day, BigDecimal kwh) {
    assertKwh(
        Sample.of(ActivityKind.CLOUD_STORAGE_SSD, "", "1000", "GB-month").on(day),
        cloud("aws", "us-east-1"),
        kwh);
  }

  /** GB × 0.001 kWh × PUE. */
  @ParameterizedTest
  @CsvSource({
    "aws,   eu-west-1, 500, 0.5675",
    "azure, eastus,    500, 0.5925",
    "gcp,   us-east4,  500, 0.54",
    "gcp,   us-west1,  500, 0.55",
  })
  void shouldEstimateNetwork(String provider, String region, String gigabytes, BigDecimal kwh) {
    assertKwh(
        Sample.of(ActivityKind.CLOUD_NETWORK, "", gigabytes, "GB"), cloud(provider, region), kwh);
  }

  /**
   * server kg × vCPU-h ÷ (largest vCPUs of the family × 35,040 h), for 100 vCPU-h: m5.large
   * 161037.92 ÷ (96 × 35040); M128s 652560 ÷ (128 × 35040); n2-standard-4 188790 ÷ (128 × 35040).
   */
  @ParameterizedTest
  @CsvSource({
    "aws,   us-east-1,  m5.large,      0.047873240106544901065449010654490106545",
    "azure, westeurope, M128s,         0.145494434931506849315068493150684931507",
    "gcp,   us-west1,   n2-standard-4, 0.042092519263698630136986301369863013699",
  })
  void shouldKeepEmbodiedEmissionsKilograms(
      String provider, String region, String type, BigDecimal kg) {
    Estimated outcome =
        estimated(
            Sample.of(ActivityKind.CLOUD_COMPUTE, type, "100", "vCPU-h"), cloud(provider, region));
    Emission embodied = outcome.emissions().get(1);
    assertThat(embodied.component()).isEqualTo("embodied");
    assertThat(embodied.energyKwh()).isEmpty();
    assertThat(embodied.kgCo2e().subtract(kg).abs()).isLessThan(new BigDecimal("1e-25"));
  }

  /** kWh × t/kWh of the region × 1000: 0.2786425 × 0.311; 0.5925 × 0.379069. */
  @Test
  void shouldWeighEnergyWithItsOwnGrid() {
    Emission frankfurt =
        use(
            Sample.of(ActivityKind.CLOUD_COMPUTE, "m5.large", "100", "vCPU-h"),
            cloud("aws", "eu-central-1"));
    assertThat(frankfurt.kgCo2e()).isEqualByComparingTo("0.0866578175");
    assertThat(frankfurt.profile()).isEqualTo("ccf-2024");
    assertThat(frankfurt.factorIds())
        .contains("ccf-2024-grid:aws/eu-central-1", "ccf-2024:pue:aws")
        .noneMatch(id -> id.startsWith("ember") || id.startsWith("aws-pue"));
    Emission virginia =
        use(Sample.of(ActivityKind.CLOUD_NETWORK, "", "500", "GB"), cloud("azure", "EastUS"));
    assertThat(virginia.kgCo2e()).isEqualByComparingTo("0.2245983825");
  }

  @Test
  void shouldRefuseARegionThatItsFiguresDoNotKnow() {
    MissingFactor missing =
        (MissingFactor)
            CALCULATOR.estimate(
                Sample.of(ActivityKind.CLOUD_NETWORK, "", "1", "GB")
                    .at(cloud("aws", "eu-central-2")));
    assertThat(missing.asked()).isEqualTo("grid.location at aws/eu-central-2");
    assertThat(missing.nearest()).contains("ccf-2024-grid:aws/eu-central-1");
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

  private static void assertKwh(Sample sample, Place place, BigDecimal kwh) {
    assertThat(use(sample, place).energyKwh().orElseThrow().subtract(kwh).abs())
        .isLessThan(new BigDecimal("1e-25"));
  }

  private static Emission use(Sample sample, Place place) {
    return estimated(sample, place).emissions().get(0);
  }

  private static Estimated estimated(Sample sample, Place place) {
    return (Estimated) CALCULATOR.estimate(sample.at(place));
  }
}
