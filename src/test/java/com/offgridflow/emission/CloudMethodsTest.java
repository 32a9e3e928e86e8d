package com.offgridflow.emission;

import static com.offgridflow.emission.CloudSample.billed;
import static com.offgridflow.emission.CloudSample.detailed;
import static com.offgridflow.emission.Sample.cloud;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.offgridflow.activity.Activity;
import com.offgridflow.activity.ActivityKind;
import com.offgridflow.activity.Place;
import com.offgridflow.emission.Outcome.Estimated;
import com.offgridflow.emission.Outcome.InvalidInput;
import com.offgridflow.emission.Outcome.NotEstimable;
import com.offgridflow.emission.formula.EstimateBasis;
import com.offgridflow.emission.profile.CloudMethod;
import com.offgridflow.emission.profile.Methodology;
import com.offgridflow.factor.Factor;
import com.offgridflow.factor.FactorCsv;
import com.offgridflow.factor.FactorLibrary;
import com.offgridflow.factor.ShippedFactors;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cloud use by usage, by spend and as reported. Expected figures are hand calculations. */
class CloudMethodsTest {
  private static final Place VIRGINIA = cloud("aws", "us-east-1");

  /** A factor of its own, so that the expected figures do not move with an edition. */
  private static final String SECTOR =
      """
      id,kind,subject,place,valid_from,valid_to,per_unit,unit,value,co2,ch4,n2o,biogenic_co2,gwp_set,publisher,edition,table_name,row_name,licence,note
      test:518210,spend,518210,US,,,USD,kg CO2e,0.25,,,,,,Test,1,t,r,none,
      """;

  private static final EmissionCalculator CALCULATOR = new EmissionCalculator(basis());

  private static EstimateBasis basis() {
    EstimateBasis shipped = EstimateBasis.shipped();
    List<Factor> factors =
        Stream.concat(
                ShippedFactors.tables().stream().filter(f -> !f.kind().equals("spend")),
                FactorCsv.read("test", new StringReader(SECTOR)).stream())
            .toList();
    return new EstimateBasis(
        new FactorLibrary(factors),
        shipped.instances(),
        shipped.zones(),
        shipped.gwp(),
        shipped.profile());
  }

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

  /** 10 GB × 0.001 × PUE and grid of the region by usage; 8 USD × 0.25 = 2 kg by spend. */
  @Test
  void shouldCountOneOfTwoMethodsInTheTenantsOrder() {
    List<Emission> usageFirst =
        estimated(with(CloudMethod.USAGE, CloudMethod.SPEND), network("USD"));
    assertThat(usageFirst)
        .extracting(Emission::method)
        .containsExactly("cloud-usage", "spend-based");
    assertThat(usageFirst).extracting(Emission::counted).containsExactly(true, false);
    assertThat(usageFirst.get(1).kgCo2e()).isEqualByComparingTo("2");

    List<Emission> spendFirst =
        estimated(with(CloudMethod.SPEND, CloudMethod.USAGE), network("USD"));
    assertThat(spendFirst)
        .extracting(Emission::method)
        .containsExactly("spend-based", "cloud-usage");
    assertThat(spendFirst).extracting(Emission::counted).containsExactly(true, false);
  }

  @Test
  void shouldFallBackOnSpendWhereUsageHasNoAnswer() {
    Activity requests = billed(other("Requests-Tier1", "5", "Requests"), "AmazonS3", "8", "USD");
    List<Emission> emissions = estimated(with(CloudMethod.USAGE, CloudMethod.SPEND), requests);
    assertThat(emissions).hasSize(1);
    assertThat(emissions.get(0).counted()).isTrue();
    assertThat(emissions.get(0).kgCo2e()).isEqualByComparingTo("2");
    assertThat(of("hub-2026").estimate(requests)).isInstanceOf(NotEstimable.class);
  }

  @Test
  void shouldNotGuessWhatACostInAnotherCurrencyIsWorth() {
    assertThat(with(CloudMethod.SPEND).estimate(network("EUR")).message())
        .contains("no exchange rate", "import the ECB");
  }

  @Test
  void shouldTakeWhatAProviderReportsAsItStands() {
    Activity reported =
        detailed(
            Sample.of(ActivityKind.CLOUD_REPORTED, "", "12.5", "kg CO2e").at(VIRGINIA),
            Map.of("basis", "market", "model_version", "v3"));
    Emission emission = estimated(of("hub-2026"), reported).get(0);
    assertThat(emission.method()).isEqualTo("provider-reported");
    assertThat(emission.kgCo2e()).isEqualByComparingTo("12.5");
    assertThat(emission.category()).contains(1);
    assertThat(emission.derivation().toJson()).contains("aws, market-based, model v3");
  }

  @Test
  void shouldRefuseAReportOnAnUnknownBasis() {
    Activity reported =
        detailed(
            Sample.of(ActivityKind.CLOUD_REPORTED, "", "12.5", "kg CO2e").at(VIRGINIA),
            Map.of("basis", "marginal"));
    assertThat(of("hub-2026").estimate(reported).message()).contains("marginal", "location");
  }

  @Test
  void shouldNameTheProfilesThereAreForAnUnknownOne() {
    assertThatThrownBy(() -> of("ccf-2023"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("there is no profile 'ccf-2023'; there are hub-2026, ccf-2024");
  }

  @Test
  void shouldTakeTheOrderOfTheProviderElseThatOfAll() {
    Methodology chosen =
        new Methodology(
            "hub-2026",
            Map.of(
                "*", List.of(CloudMethod.USAGE),
                "aws", List.of(CloudMethod.REPORTED, CloudMethod.SPEND)));
    assertThat(chosen.rank("AWS", "spend-based")).hasValue(1);
    assertThat(chosen.rank("AWS", "cloud-usage")).isEmpty();
    assertThat(chosen.rank("gcp", "cloud-usage")).hasValue(0);
    assertThatThrownBy(() -> new Methodology("hub-2026", Map.of()))
        .hasMessageContaining("must have '*'");
  }

  private static EmissionCalculator of(String profile) {
    return CALCULATOR.with(new Methodology(profile, Methodology.CURRENT.order()));
  }

  private static EmissionCalculator with(CloudMethod... order) {
    return CALCULATOR.with(new Methodology("hub-2026", Map.of("*", List.of(order))));
  }

  private static List<Emission> estimated(EmissionCalculator calculator, Activity activity) {
    return ((Estimated) calculator.estimate(activity)).emissions();
  }

  private static Activity network(String currency) {
    Activity sent = Sample.of(ActivityKind.CLOUD_NETWORK, "", "10", "GB").at(VIRGINIA);
    return billed(sent, "AmazonEC2", "8", currency);
  }

  private static Activity other(String type, String amount, String unit) {
    return Sample.of(ActivityKind.CLOUD_OTHER, type, amount, unit)
        .on(LocalDate.of(2024, 4, 10))
        .at(VIRGINIA);
  }
}
