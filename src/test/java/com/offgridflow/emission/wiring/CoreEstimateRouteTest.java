package com.offgridflow.emission.wiring;

import static com.offgridflow.intake.wiring.Records.electricity;
import static com.offgridflow.intake.wiring.Records.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.offgridflow.intake.wiring.TestIntake;
import com.offgridflow.job.JobRequest;
import com.offgridflow.job.JobState;
import com.offgridflow.job.wiring.TestWorker;
import com.offgridflow.wiring.Sandbox;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CoreEstimateRouteTest {
  @Inject TestIntake intake;
  @Inject Sandbox sandbox;
  @Inject TestWorker worker;
  private String tenant;

  @BeforeEach
  void begin() {
    tenant = sandbox.tenant();
  }

  /** Ember 2026 gives Germany 0.32965 kg CO2e per kWh: 1000 × 0.32965 = 329.65 kg, Scope 2. */
  @Test
  void shouldEstimateElectricity() {
    take("first", List.of(electricity("a", "1000")));

    assertThat(estimate("first").succeeded()).isTrue();

    Map<String, Object> emission =
        sandbox.row(
            tenant,
            "select scope, kg_co2e, energy_kwh from emission where method = 'location-based'");
    assertThat(emission).containsEntry("scope", 2);
    assertThat((BigDecimal) emission.get("kg_co2e")).isEqualByComparingTo("329.65");
    assertThat((BigDecimal) emission.get("energy_kwh")).isEqualByComparingTo("1000");
    Map<String, Object> way =
        sandbox.row(
            tenant,
            """
            select record_key, locator, factor_ids::text as factors, d.converted_unit
            from derivation d join emission using (emission_id) where method = 'location-based'""");
    assertThat(way)
        .containsEntry("record_key", "a")
        .containsEntry("locator", "line of a")
        .containsEntry("factors", "{ember-2026:DE}")
        .containsEntry("converted_unit", "kWh");
  }

  /**
   * EPA Hub 2024, table 1, natural gas: 53.06 kg CO2, 1 g CH4, 0.1 g N2O per mmBtu. 1000 therm =
   * 100 mmBtu: 5306 kg, 0.1 kg, 0.01 kg; with GWP 27.9 and 273 (IPCC AR6) 5306 + 2.79 + 2.73 =
   * 5311.52.
   */
  @Test
  void shouldEstimateGasPerGas() {
    take("first", List.of(gas("a", "1000", "therm")));

    estimate("first");

    Map<String, Object> emission =
        sandbox.row(tenant, "select scope, kg_co2, kg_ch4, kg_n2o, kg_co2e, gwp_set from emission");
    assertThat(emission).containsEntry("scope", 1).containsEntry("gwp_set", "AR6");
    assertThat((BigDecimal) emission.get("kg_co2")).isEqualByComparingTo("5306");
    assertThat((BigDecimal) emission.get("kg_ch4")).isEqualByComparingTo("0.1");
    assertThat((BigDecimal) emission.get("kg_n2o")).isEqualByComparingTo("0.01");
    assertThat((BigDecimal) emission.get("kg_co2e")).isEqualByComparingTo("5311.52");
  }

  @Test
  void shouldSayWhichRowHasNoFactor() {
    take("first", List.of(with(electricity("a", "10"), "country", "AQ"), gas("b", "3", "km")));

    assertThat(estimate("first").succeeded()).isTrue();

    assertThat(sandbox.count(tenant, "select count(*) from emission")).isZero();
    List<Map<String, Object>> gaps =
        sandbox.rows(tenant, "select code, message from estimate_gap order by activity_id");
    assertThat(gaps)
        .extracting(gap -> gap.get("code"))
        .containsExactly("MISSING_FACTOR", "INCOMPATIBLE_UNIT");
    assertThat((String) gaps.get(0).get("message"))
        .contains("AQ")
        .endsWith("(bills.csv, line of a)");
    assertThat((String) gaps.get(1).get("message"))
        .contains("km")
        .endsWith("(bills.csv, line of b)");
  }

  @Test
  void shouldEstimateEachActivityOnceHoweverOftenItIsAsked() {
    take("first", List.of(electricity("a", "1000")));
    estimate("first");
    String emissions = "select emission_id, estimated_at from emission order by emission_id";
    List<Map<String, Object>> before = sandbox.rows(tenant, emissions);

    estimate("second");
    sandbox.owner().update("update run set estimated_at = null where tenant_id = ?", tenant);
    estimate("after a crash");

    assertThat(before).hasSize(2);
    assertThat(sandbox.rows(tenant, emissions)).isEqualTo(before);
  }

  @Test
  void shouldLeaveOutWhatWasSupersededBeforeItWasEstimated() {
    take("first", List.of(electricity("a", "1000")));
    take("second", List.of(electricity("a", "2000")));

    estimate("first");

    assertThat(sandbox.rows(tenant, "select distinct quantity::text from derivation"))
        .containsExactly(Map.of("quantity", "2000"));
  }

  private void take(String digest, List<Map<String, Object>> records) {
    intake.take(tenant, "bills", "2024-09", digest, records);
  }

  private JobState estimate(String occasion) {
    return worker.run(tenant, JobRequest.estimate(occasion));
  }

  private static Map<String, Object> gas(String key, String quantity, String unit) {
    Map<String, Object> record = with(electricity(key, quantity), "unit", unit);
    return with(with(record, "kind", "stationary-combustion"), "subject", "natural-gas");
  }
}
