package com.offgridflow.emission.wiring;

import static com.offgridflow.intake.wiring.Records.electricity;
import static com.offgridflow.intake.wiring.Records.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.offgridflow.intake.wiring.TestIntake;
import com.offgridflow.job.JobRequest;
import com.offgridflow.job.wiring.TestWorker;
import com.offgridflow.wiring.Sandbox;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ember 2026 gives Germany 0.32965 kg CO2e per kWh; no residual mix is loaded. */
@QuarkusTest
class MarketBasedEmissionsTest {
  private static final String HEADER =
      "id,type,carrier,volume,use_from,use_to,market,technology,rate,facility,retired_on\n";
  private static final String GO =
      "go,certificate,electricity,600,2024-01-01,2025-01-01,DE,wind,0,,2025-01-10\n";
  private static final String CURRENT =
      """
      select component, trim_scale(converted_quantity)::text || ' kWh, '
        || trim_scale(kg_co2e)::text || ' kg' as figures
      from emission where method = 'market-based' and superseded_at is null
      order by component""";

  @Inject TestIntake intake;
  @Inject Sandbox sandbox;
  @Inject TestWorker worker;
  @Inject InstrumentLoading loading;
  private String tenant;

  @BeforeEach
  void begin() {
    tenant = sandbox.tenant();
  }

  /** 1000 kWh × 0.32965 = 329.65 kg */
  @Test
  void shouldTakeTheRateOfTheGridWhereThereIsNeitherInstrumentNorResidualMix() {
    take("first", electricity("a", "1000"));

    assertThat(current()).containsExactly("grid-average: 1000 kWh, 329.65 kg");
    assertThat(
            sandbox.row(
                tenant,
                """
                select (calculation -> 'steps' -> 0 ->> 'why') as why from derivation
                join emission using (emission_id) where method = 'market-based'"""))
        .extractingByKey("why")
        .asString()
        .contains("provisional: no residual mix is loaded");
  }

  /** 600 kWh at 0 and 400 kWh × 0.32965 = 131.86 kg; the location-based 329.65 kg stay. */
  @Test
  void shouldCoverWithAnInstrumentAndKeepTheLocationBasedFigure() throws IOException {
    take("first", electricity("a", "1000"));
    load(GO);

    assertThat(current())
        .containsExactly("grid-average: 400 kWh, 131.86 kg", "instrument:go: 600 kWh, 0 kg");
    assertThat(
            sandbox.count(
                tenant,
                "select count(*) from emission where method = 'location-based' and kg_co2e = 329.65"))
        .isEqualTo(1);
  }

  @Test
  void shouldChangeNothingWhenDoneAgain() throws IOException {
    take("first", electricity("a", "1000"));
    load(GO);
    List<Map<String, Object>> before = sandbox.rows(tenant, "select * from emission order by 1");

    load(GO);
    worker.run(tenant, JobRequest.marketBased(2024, "again"));

    assertThat(sandbox.rows(tenant, "select * from emission order by 1")).isEqualTo(before);
  }

  @Test
  void shouldShareAnInstrumentAnewWhenAnotherBillComes() throws IOException {
    take("first", electricity("a", "1000"));
    load(GO);

    take("second", with(electricity("b", "500"), "facility", "Bonn"));

    // 600 of 1500 kWh are 40 % of each site: 400 and 200
    assertThat(current())
        .containsExactly(
            "grid-average: 600 kWh, 197.79 kg",
            "grid-average: 300 kWh, 98.895 kg",
            "instrument:go: 400 kWh, 0 kg",
            "instrument:go: 200 kWh, 0 kg");
  }

  @Test
  void shouldDropTheFiguresOfABillThatWasReplaced() throws IOException {
    take("first", electricity("a", "1000"));
    take("second", electricity("a", "700"));
    load(GO);

    assertThat(current())
        .containsExactly("grid-average: 100 kWh, 32.965 kg", "instrument:go: 600 kWh, 0 kg");
  }

  @Test
  void shouldTakeANewVersionOfAnInstrumentAndForgetAWithdrawnOne() throws IOException {
    take("first", electricity("a", "1000"));
    load(GO);
    load(GO.replace("600", "250"));
    assertThat(current())
        .containsExactly("grid-average: 750 kWh, 247.2375 kg", "instrument:go: 250 kWh, 0 kg");
    assertThat(sandbox.count(tenant, "select max(version) from instrument")).isEqualTo(2);

    loading.withdraw(tenant, "go");
    worker.drain();

    assertThat(current()).containsExactly("grid-average: 1000 kWh, 329.65 kg");
  }

  @Test
  void shouldWithholdWhatAContradictionWouldCoverUntilItIsCorrected() throws IOException {
    take("first", electricity("a", "1000"));
    load(GO.replace("wind", "gas"));

    assertThat(current()).isEmpty();
    assertThat(sandbox.row(tenant, "select code, message from estimate_gap"))
        .containsEntry("code", "WITHHELD")
        .extractingByKey("message")
        .asString()
        .startsWith("market-based: instrument 'go', rate '0': contradicts technology 'gas'")
        .endsWith("(bills.csv, line of a)");

    load(GO);

    assertThat(current()).hasSize(2);
    assertThat(sandbox.count(tenant, "select count(*) from estimate_gap")).isZero();
  }

  @Test
  void shouldShowWhatIsAllocatedAndWhatRemains() throws IOException {
    take("first", electricity("a", "100"));
    load(GO);

    assertThat(sandbox.row(tenant, "select allocated_kwh::int as kwh, version from instrument_use"))
        .isEqualTo(Map.of("kwh", 100, "version", 1));
  }

  /** 30 of 60 days each: 500 kWh in December 2024, which the certificate covers, and in January. */
  @Test
  void shouldCoverTheMonthsOfABillThatLieInTheUseOfTheInstrument() throws IOException {
    Map<String, Object> bill =
        with(electricity("a", "1000"), "period_start", "2024-12-02T00:00:00Z");
    take("first", with(bill, "period_end", "2025-01-31T00:00:00Z"));
    load(GO);

    assertThat(current())
        .containsExactly("grid-average: 500 kWh, 164.825 kg", "instrument:go: 500 kWh, 0 kg");
  }

  @Test
  void shouldLeaveFiledPeriodsAsTheyAreAndCountWhatTheyUsed() throws IOException {
    take("first", electricity("a", "200"));
    load(GO);
    sandbox
        .owner()
        .update(
            """
            insert into report (report_id, tenant_id, plan_id, framework, period_start, period_end,
              digest, content, frozen_at, filed_at, filed_by)
            values (gen_random_uuid(), ?, 'p', 'esrs-2023', '2024-09-01', '2024-10-01', '', '{}',
              now(), now(), 'test')""",
            tenant);

    Map<String, Object> october =
        with(electricity("b", "1000"), "period_start", "2024-10-01T00:00:00Z");
    take("second", with(october, "period_end", "2024-11-01T00:00:00Z"));
    load(GO.replace("600", "500"));

    // 200 of the 500 kWh are in the filed month, so 300 are left for October
    assertThat(current())
        .containsExactly(
            "grid-average: 700 kWh, 230.755 kg",
            "instrument:go: 300 kWh, 0 kg",
            "instrument:go: 200 kWh, 0 kg");
    assertThat(sandbox.row(tenant, "select allocated_kwh::int as kwh from instrument_use"))
        .isEqualTo(Map.of("kwh", 500));
  }

  private void take(String digest, Map<String, Object> record) {
    intake.take(tenant, "bills", digest, digest, List.of(record));
    worker.run(tenant, JobRequest.estimate(digest));
  }

  private void load(String rows) throws IOException {
    loading.load(tenant, "instruments.csv", new StringReader(HEADER + rows));
    worker.drain();
  }

  private List<String> current() {
    return sandbox.rows(tenant, CURRENT + ", converted_quantity desc").stream()
        .map(row -> row.get("component") + ": " + row.get("figures"))
        .toList();
  }
}
