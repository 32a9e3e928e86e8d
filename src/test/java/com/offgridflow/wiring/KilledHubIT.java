package com.offgridflow.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.offgridflow.lake.wiring.DemoInputs;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hub that is killed in the middle of its work and started again ends where it would have. */
@Tag("harness")
class KilledHubIT {
  private static final String TOTALS =
      """
      select (select string_agg(kind || ' ' || n || ' ' || quantity || ' ' || cost, '; ' order by kind)
          from (select kind, count(*) n, sum(quantity) quantity, sum(cost) cost from activity
            where superseded_at is null group by kind) a)
        || ' | ' || (select count(*) || ' ' || sum(kg_co2e) from emission)
        || ' | ' || (select count(*) from estimate_gap)""";
  private static final String SYNCING = "select count(*) from activity_staging";
  private static final String ESTIMATING =
      "select count(*) from run where state = 'done' and estimated_at is null"
          + " and exists (select 1 from emission)";
  private static final String UNSETTLED =
      """
      select coalesce(string_agg(kind || ' ' || state || coalesce(': ' || cause, ''), '; '), 'none')
      from job where state <> 'succeeded'""";

  @TempDir Path directory;

  private String undisturbed(Path input) throws Exception {
    try (HubProcess hub = new HubProcess(directory.resolve("calm"), input)) {
      hub.awaitCycle();
      return hub.query(TOTALS);
    }
  }

  private void killedWhen(Path data, Path input, String query) throws Exception {
    HubProcess hub = new HubProcess(data, input);
    hub.awaitSome(query);
    hub.kill();
  }

  @Test
  void shouldEndWithTheSameTotalsHoweverOftenItIsKilled() throws Exception {
    Path input = directory.resolve("input");
    DemoInputs.cur2(input, 300_000);
    String expected = undisturbed(input);
    Path data = directory.resolve("killed");

    killedWhen(data, input, SYNCING);
    killedWhen(data, input, ESTIMATING);
    try (HubProcess last = new HubProcess(data, input)) {
      last.awaitCycle();
      assertThat(last.query(TOTALS)).isEqualTo(expected);
      // an estimate that a killed sync had asked for may still be on its way
      await().untilAsserted(() -> assertThat(last.query(UNSETTLED)).isEqualTo("none"));
      assertThat(last.query("select count(*) from run where state = 'open'")).isEqualTo("0");
      assertThat(last.query("select max(attempt) from job")).isNotEqualTo("1");
      assertThat(last.stop()).as("PostgreSQL ends with the hub").isTrue();
    }
  }
}
