package com.offgridflow.emission;

import static com.offgridflow.emission.CloudSample.billed;
import static com.offgridflow.emission.CloudSample.detailed;
import static com.offgridflow.emission.MethodEstimates.CALCULATOR;
import static com.offgridflow.emission.MethodEstimates.VIRGINIA;
import static com.offgridflow.emission.MethodEstimates.estimated;
import static com.offgridflow.emission.MethodEstimates.of;
import static com.offgridflow.emission.MethodEstimates.other;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.offgridflow.activity.Activity;
import com.offgridflow.activity.ActivityKind;
import com.offgridflow.emission.Outcome.NotEstimable;
import com.offgridflow.emission.profile.CloudMethod;
import com.offgridflow.emission.profile.Methodology;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Cloud use by usage, by spend and as reported. Expected figures are hand calculations. */
class CloudMethodsTest {
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

  private static EmissionCalculator with(CloudMethod... order) {
    return CALCULATOR.with(new Methodology("hub-2026", Map.of("*", List.of(order))));
  }

  private static Activity network(String currency) {
    Activity sent = Sample.of(ActivityKind.CLOUD_NETWORK, "", "10", "GB").at(VIRGINIA);
    return billed(sent, "AmazonEC2", "8", currency);
  }
}
