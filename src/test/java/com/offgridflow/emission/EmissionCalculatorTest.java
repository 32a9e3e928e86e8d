package com.offgridflow.emission;

import static com.offgridflow.emission.Sample.cloud;
import static com.offgridflow.emission.SampleEstimates.CALCULATOR;
import static com.offgridflow.emission.SampleEstimates.FRANKFURT;
import static com.offgridflow.emission.SampleEstimates.electricity;
import static com.offgridflow.emission.SampleEstimates.estimated;
import static com.offgridflow.emission.SampleEstimates.fuel;
import static com.offgridflow.emission.SampleEstimates.missing;
import static org.assertj.core.api.Assertions.assertThat;

import com.offgridflow.activity.Activity;
import com.offgridflow.activity.ActivityKind;
import com.offgridflow.activity.Unit;
import com.offgridflow.emission.Outcome.IncompatibleUnit;
import com.offgridflow.emission.Outcome.MissingFactor;
import com.offgridflow.emission.Outcome.NotEstimable;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** What has no answer and why, and how an answer is derived. */
class EmissionCalculatorTest {
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
}
