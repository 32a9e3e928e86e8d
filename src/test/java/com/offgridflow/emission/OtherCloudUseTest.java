package com.offgridflow.emission;

import static com.offgridflow.emission.CloudSample.billed;
import static com.offgridflow.emission.CloudSample.detailed;
import static com.offgridflow.emission.MethodEstimates.estimated;
import static com.offgridflow.emission.MethodEstimates.of;
import static com.offgridflow.emission.MethodEstimates.other;
import static com.offgridflow.emission.Sample.cloud;
import static org.assertj.core.api.Assertions.assertThat;

import com.offgridflow.activity.Activity;
import com.offgridflow.activity.ActivityKind;
import com.offgridflow.emission.Outcome.Estimated;
import com.offgridflow.emission.Outcome.InvalidInput;
import com.offgridflow.emission.Outcome.NotEstimable;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cloud use whose kind a bill does not tell. Expected figures are hand calculations. */
class OtherCloudUseTest {
  /**
   * Under ccf-2024 in April 2024 (720 h), PUE 1.135.
   *
   * <ul>
   *   <li>1000 GB-months of S3, though named after byte-hours: 720 TB-h × 0.65 × 6 copies
   *   <li>1000 GB-months of gp3: 720 TB-h × 1.2 × 2 copies; of EFS, SSD by its service: × 3
   *   <li>500 GB sent × 0.001; 10 DPU-h are 40 vCPU-h at 2.12 W
   *   <li>3.6 million Lambda seconds are 1000 vCPU-h at 2.12 W
   *   <li>50 h of m5.large are 100 vCPU-h at 2.455 W; of db.t3.micro 100 at 2.305 W × 0.2
   * </ul>
   */
  @ParameterizedTest
  @CsvSource({
    "AmazonS3,  USE1-TimedStorage-ByteHrs,   1000,    GB-Mo,    3.18708",
    "AmazonS3,  TimedStorage-ZIA-ByteHrs,    1000,    GB-Month, 1.06236",
    "AmazonEC2, EBS:VolumeUsage.gp3,         1000,    GB-Mo,    1.96128",
    "AmazonEC2, EBS:VolumeUsage,             1000,    GB-Mo,    1.06236",
    "AmazonEC2, EBS:SnapshotUsage,           1000,    GB-Mo,    1.59354",
    "AmazonEFS, Storage-Other,               1000,    GB-Mo,    2.94192",
    "AmazonRDS, RDS:ChargedBackupUsage,      1000,    GB-Mo,    1.59354",
    "AmazonEC2, USE1-DataTransfer-Out-Bytes, 500,     GB,       0.5675",
    "AWSGlue,   USE1-ETL-DPU-Hour,           10,      DPU-Hour, 0.096248",
    "AWSLambda, Lambda-GB-Second,            3600000, Second,   2.4062",
    "AmazonEC2, BoxUsage:m5.large,           50,      Hrs,      0.2786425",
    "AmazonRDS, InstanceUsage:db.t3.micro,   50,      Hrs,      0.0523235",
    "AmazonECS, USE1-Fargate-vCPU-Hours:perCPU, 100,  vCPU-Hours, 0.24062",
  })
  void shouldReadUsageTypesAsTheListsOfTheProfile(
      String service, String type, String amount, String unit, BigDecimal kwh) {
    Estimated outcome =
        (Estimated) of("ccf-2024").estimate(billed(other(type, amount, unit), service, "1", "USD"));
    BigDecimal found = outcome.emissions().get(0).energyKwh().orElseThrow();
    assertThat(found.subtract(kwh).abs()).isLessThan(new BigDecimal("1e-20"));
    assertThat(outcome.emissions().get(0).method()).isEqualTo("cloud-usage");
  }

  @ParameterizedTest
  @CsvSource({
    "AmazonEC2,        HostBoxUsage:m5,             50,  Hrs",
    "AmazonCloudFront, US-DataTransfer-Out-Bytes,   500, GB",
    "AmazonEC2,        NatGateway-Hours,            50,  Hrs",
    "AmazonS3,         Requests-Tier1,              50,  Requests",
    "AmazonEC2,        BoxUsage:z99.large,          50,  Hrs",
  })
  void shouldLeaveOutWhatTheListsLeaveOut(String service, String type, String amount, String unit) {
    assertThat(of("ccf-2024").estimate(billed(other(type, amount, unit), service, "1", "USD")))
        .isInstanceOf(NotEstimable.class);
  }

  @Test
  void shouldLeaveUsageTypesToTheRollupUnderTheHubsOwnProfile() {
    Activity stored = billed(other("EBS:VolumeUsage.gp3", "10", "GB-Mo"), "AmazonEC2", "1", "USD");
    assertThat(of("hub-2026").estimate(stored)).isInstanceOf(NotEstimable.class);
  }

  /** 5 USD × 12 kWh ÷ 60 USD = 1 kWh, its data centre's share within; × 0.379069 kg. */
  @Test
  void shouldGiveUnknownUseOfAwsTheEnergyPerCostOfItsService() {
    Activity unknown =
        detailed(
            billed(other("NatGateway-Hours", "50", "Hrs"), "AmazonEC2", "5", "USD"),
            Map.of("known_kwh", "12", "known_cost", "60"));
    Emission emission = estimated(of("ccf-2024"), unknown).get(0);
    assertThat(emission.energyKwh().orElseThrow()).isEqualByComparingTo("1");
    assertThat(emission.kgCo2e()).isEqualByComparingTo("0.379069");
  }

  /** 5 × 12 kWh ÷ 60 = 1 kWh; × 0.3284 kg. */
  @Test
  void shouldGiveUnknownUseOfAzureTheEnergyPerAmountOfItsService() {
    Activity unknown =
        detailed(
            Sample.of(ActivityKind.CLOUD_OTHER, "API Calls", "5", "10K")
                .at(cloud("azure", "westeurope")),
            Map.of("known_kwh", "12", "known_amount", "60"));
    Emission emission = estimated(of("ccf-2024"), unknown).get(0);
    assertThat(emission.energyKwh().orElseThrow()).isEqualByComparingTo("1");
    assertThat(emission.kgCo2e()).isEqualByComparingTo("0.3284");
  }

  @ParameterizedTest
  @CsvSource({"0, more than 0", "much, a decimal number"})
  void shouldRefuseKnownUseThatCannotBeDividedBy(String cost, String wanted) {
    Activity unknown =
        detailed(
            billed(other("NatGateway-Hours", "50", "Hrs"), "AmazonEC2", "5", "USD"),
            Map.of("known_kwh", "12", "known_cost", cost));
    InvalidInput refused = (InvalidInput) of("ccf-2024").estimate(unknown);
    assertThat(refused.field()).isEqualTo("known_cost");
    assertThat(refused.message()).contains(wanted);
  }
}
