package com.offgridflow.emission;

import static com.offgridflow.emission.CcfEstimates.CALCULATOR;
import static com.offgridflow.emission.CcfEstimates.assertKwh;
import static com.offgridflow.emission.CcfEstimates.estimated;
import static com.offgridflow.emission.CcfEstimates.use;
import static com.offgridflow.emission.Sample.cloud;
import static org.assertj.core.api.Assertions.assertThat;

import com.offgridflow.activity.ActivityKind;
import com.offgridflow.emission.Outcome.Estimated;
import com.offgridflow.emission.Outcome.MissingFactor;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Storage, network, embodied emissions and grids of Cloud Carbon Footprint. Expected figures are
 * hand calculations from its constants (cloud-carbon-footprint b7a049c, 2024-03-25); PUE is 1.135
 * for AWS, 1.185 for Azure, 1.1 for Google where no region has its own.
 */
class Ccf2024ProfileTest {
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
}
