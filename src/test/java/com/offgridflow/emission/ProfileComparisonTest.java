package com.offgridflow.emission;

import static com.offgridflow.emission.CloudSample.billed;
import static com.offgridflow.emission.Sample.cloud;
import static org.assertj.core.api.Assertions.assertThat;

import com.offgridflow.activity.Activity;
import com.offgridflow.activity.ActivityKind;
import com.offgridflow.emission.compare.ComparedRow;
import com.offgridflow.emission.compare.ComparedUse;
import com.offgridflow.emission.compare.Figures;
import com.offgridflow.emission.compare.ProfileComparison;
import com.offgridflow.emission.formula.EstimateBasis;
import com.offgridflow.emission.profile.Cause;
import com.offgridflow.emission.profile.Profiles;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected figures are hand calculations from the constants of both profiles. */
class ProfileComparisonTest {
  private final ProfileComparison comparison =
      new ProfileComparison(
          new EmissionCalculator(EstimateBasis.shipped()),
          Profiles.named("hub-2026"),
          Profiles.named("ccf-2024"));

  /**
   * 100 vCPU-h of m5.large in Frankfurt: 0.2455 kWh of machines either way; PUE 1.35 and 1.135,
   * grid 0.32965 and 0.311. First 0.331425 kWh and 0.10925425125 kg; with the other PUE 0.2786425
   * kWh and 0.091854500125 kg; with the other grid 0.0866578175 kg. The server is the same.
   */
  @Test
  void shouldTellPueFromGrid() {
    comparison.add(use(ActivityKind.CLOUD_COMPUTE, "m5.large", "100", "vCPU-h", "eu-central-1"));
    ComparedRow row = only();
    assertThat(row.first().kwh()).isEqualByComparingTo("0.331425");
    assertThat(row.second().kwh()).isEqualByComparingTo("0.2786425");
    assertThat(row.of(Cause.PUE).kwh()).isEqualByComparingTo("-0.0527825");
    assertThat(row.of(Cause.PUE).kgCo2e()).isEqualByComparingTo("-0.017399751125");
    assertThat(row.of(Cause.GRID).kwh()).isEqualByComparingTo("0");
    assertThat(row.of(Cause.GRID).kgCo2e()).isEqualByComparingTo("-0.005196682625");
    assertThat(row.of(Cause.POWER).kwh()).isEqualByComparingTo("0");
    assertThat(row.of(Cause.EMBODIED).kgCo2e()).isEqualByComparingTo("0");
  }

  /** 80 GiB-h × 0.000392 × 1.35 = 0.042336 kWh, of which the memory rule takes all. */
  @Test
  void shouldTellTheMemoryRule() {
    comparison.add(use(ActivityKind.CLOUD_MEMORY, "m5.large", "80", "GiB-h", "eu-central-1"));
    assertThat(only().of(Cause.MEMORY).kwh()).isEqualByComparingTo("-0.042336");
    assertThat(only().second().kwh()).isEqualByComparingTo("0");
  }

  /** September has 720 h and not 730: −0.01 TB-h per GB × 0.65 Wh × 6 × 1.35 for 1000 GB. */
  @Test
  void shouldTellTheHoursOfTheMonth() {
    comparison.add(use(ActivityKind.CLOUD_STORAGE_HDD, "s3", "1000", "GB-month", "eu-central-1"));
    assertThat(only().of(Cause.MONTH).kwh()).isEqualByComparingTo("-0.05265");
  }

  /**
   * 720,000 GiB-h are 773.09411328 TB-h of 10^12 bytes and count as 720 TB-h on a bill:
   * −53.09411328 × 0.65 Wh × 6 × 1.35. 500 GiB are 536.870912 GB: −36.870912 × 0.001 × 1.35. Memory
   * modules are measured as bills count: no difference.
   */
  @ParameterizedTest
  @CsvSource({
    "CLOUD_STORAGE_HDD, s3, 720000, GiB-h, -0.2795405064192",
    "CLOUD_NETWORK,     '', 500,    GiB,   -0.0497757312",
    "CLOUD_MEMORY,      '', 80,     GiB-h, 0",
    "CLOUD_STORAGE_HDD, s3, 720,    TB-h,  0",
  })
  void shouldTellTheBytePrefix(
      ActivityKind kind, String subject, String amount, String unit, BigDecimal kwh) {
    comparison.add(use(kind, subject, amount, unit, "eu-central-1"));
    assertThat(only().of(Cause.BYTE_PREFIX).kwh()).isEqualByComparingTo(kwh);
    assertSums(only());
  }

  /** m8g.large runs on Graviton4: (0.474… + 1.692…) ÷ 2 W, and AWS's average of 2.12 W. */
  @Test
  void shouldTellProcessorsThatOneOfThemDoesNotKnow() {
    comparison.add(use(ActivityKind.CLOUD_COMPUTE, "m8g.large", "1000", "vCPU-h", "eu-central-1"));
    // 1.083611834490740125 W is the mean of 0.4742621527777777 and 1.6929615162037025…
    assertThat(only().of(Cause.POWER).kwh().doubleValue())
        .isCloseTo((2.12 - 1.0836118344907406) * 1.35, org.assertj.core.data.Offset.offset(1e-9));
    assertThat(only().of(Cause.EMBODIED).kgCo2e()).isNegative();
  }

  @Test
  void shouldSumCausesExactlyToTheDifference() {
    List<Activity> all =
        List.of(
            use(ActivityKind.CLOUD_COMPUTE, "c5.large", "33.3", "vCPU-h", "us-east-1"),
            use(ActivityKind.CLOUD_COMPUTE, "m8g.large", "71", "vCPU-h", "eu-west-1"),
            use(ActivityKind.CLOUD_MEMORY, "r5.24xlarge", "7.77", "GB-h", "us-east-1"),
            use(ActivityKind.CLOUD_STORAGE_SSD, "ec2_ebs_volume", "19", "GB-month", "us-east-1"),
            use(ActivityKind.CLOUD_STORAGE_HDD, "s3", "7.1", "TiB-h", "us-east-1"),
            use(ActivityKind.CLOUD_NETWORK, "", "0.001", "GB", "us-east-1"),
            use(ActivityKind.CLOUD_NETWORK, "", "123456789", "B", "us-east-1"),
            use(ActivityKind.CLOUD_OTHER, "EBS:VolumeUsage.gp3", "13", "GB-Mo", "us-east-1"),
            use(ActivityKind.CLOUD_NETWORK, "", "5", "GB", "eu-central-2"));
    all.forEach(comparison::add);
    comparison.rows().values().forEach(ProfileComparisonTest::assertSums);
    assertSums(comparison.total());
    assertThat(comparison.total().activities()).isEqualTo(9);
  }

  /** Zurich has a grid factor of Ember's and none of Cloud Carbon Footprint's. */
  @Test
  void shouldGiveTheCauseOfAnEstimateThatIsMissing() {
    comparison.add(use(ActivityKind.CLOUD_NETWORK, "", "5", "GB", "eu-central-2"));
    assertThat(only().missingInFirst()).isZero();
    assertThat(only().missingInSecond()).isEqualTo(1);
    assertThat(only().second()).isEqualTo(Figures.NONE);
    assertThat(only().of(Cause.GRID).kwh()).isNegative();
  }

  @Test
  void shouldFindNoDifferenceBetweenAProfileAndItself() {
    ProfileComparison same =
        new ProfileComparison(
            new EmissionCalculator(EstimateBasis.shipped()),
            Profiles.named("ccf-2024"),
            Profiles.named("ccf-2024"));
    same.add(use(ActivityKind.CLOUD_NETWORK, "", "5", "GB", "us-east-1"));
    assertThat(same.total().first()).isEqualTo(same.total().second());
  }

  @Test
  void shouldTellRowsApartByProviderServiceRegionAndKind() {
    comparison.add(use(ActivityKind.CLOUD_NETWORK, "", "5", "GB", "us-east-1"));
    comparison.add(use(ActivityKind.CLOUD_NETWORK, "", "5", "GB", "us-east-1"));
    comparison.add(use(ActivityKind.CLOUD_NETWORK, "", "5", "GB", "us-east-2"));
    assertThat(comparison.rows().keySet())
        .containsExactly(
            new ComparedUse("aws", "AmazonEC2", "us-east-1", "cloud.network"),
            new ComparedUse("aws", "AmazonEC2", "us-east-2", "cloud.network"));
  }

  private static void assertSums(ComparedRow row) {
    Figures sum = row.first();
    for (Cause cause : Cause.values()) {
      sum = sum.plus(row.of(cause));
    }
    assertThat(sum.kwh()).isEqualByComparingTo(row.second().kwh());
    assertThat(sum.kgCo2e()).isEqualByComparingTo(row.second().kgCo2e());
  }

  private ComparedRow only() {
    assertThat(comparison.rows()).hasSize(1);
    return comparison.total();
  }

  private static Activity use(
      ActivityKind kind, String subject, String amount, String unit, String region) {
    Activity activity = Sample.of(kind, subject, amount, unit).at(cloud("aws", region));
    return billed(activity, "AmazonEC2", "1", "USD");
  }
}
