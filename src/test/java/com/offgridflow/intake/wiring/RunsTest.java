package com.offgridflow.intake.wiring;

import static com.offgridflow.intake.wiring.Records.electricity;
import static org.assertj.core.api.Assertions.assertThat;

import com.offgridflow.intake.Balance;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What records become that come again, change and go. */
@QuarkusTest
class RunsTest extends DeliveredRecords {
  @Test
  void shouldTakeInNewRecords() {
    Balance balance = deliver("first", List.of(electricity("a", "100"), electricity("b", "200")));

    assertThat(balance).isEqualTo(new Balance(2, 2, 0, 0, 0, 0, 2, 2, 0, 0));
    assertThat(sandbox.rows(tenant, CURRENT)).containsExactly(row("a", 1, 100), row("b", 1, 200));
    assertThat(sandbox.row(tenant, "select state, accepted, format from run"))
        .isEqualTo(Map.of("state", "done", "accepted", 2L, "format", "test"));
    assertThat(sandbox.count(tenant, "select count(*) from activity_staging")).isZero();
  }

  @Test
  void shouldAddNothingWhenTheSameComesAgain() {
    deliver("first", List.of(electricity("a", "100")));

    assertThat(runs.open(tenant, "source", DELIVERY, null, "[]", "first")).isEmpty();
    Balance balance = deliver("second", List.of(electricity("a", "100.0")));

    assertThat(balance).isEqualTo(new Balance(1, 0, 1, 0, 0, 0, 1, 1, 0, 0));
    assertThat(sandbox.rows(tenant, "select version from activity")).hasSize(1);
    assertThat(sandbox.rows(tenant, "select state from run order by run_id"))
        .extracting(run -> run.get("state"))
        .containsExactly("done", "unchanged", "done");
  }

  @Test
  void shouldSupersedeAChangedRecord() {
    deliver("first", List.of(electricity("a", "100"), electricity("b", "200")));

    Balance balance = deliver("second", List.of(electricity("a", "150"), electricity("b", "200")));

    assertThat(balance).isEqualTo(new Balance(2, 0, 1, 1, 0, 0, 2, 2, 0, 0));
    assertThat(sandbox.rows(tenant, CURRENT)).containsExactly(row("a", 2, 150), row("b", 1, 200));
    Map<String, Object> old =
        sandbox.row(
            tenant,
            "select quantity::text, superseded_at is not null as superseded, superseded_by ="
                + " (select max(run_id) from run) as by_latest from activity where record_key = 'a'"
                + " and version = 1");
    assertThat(old).isEqualTo(Map.of("quantity", "100", "superseded", true, "by_latest", true));
  }

  @Test
  void shouldTakeARecordBackAsItWasBefore() {
    deliver("first", List.of(electricity("a", "100")));
    deliver("second", List.of(electricity("a", "150")));

    deliver("first", List.of(electricity("a", "100")));

    assertThat(sandbox.rows(tenant, CURRENT)).containsExactly(row("a", 3, 100));
  }

  @Test
  void shouldWithdrawWhatANewerDeliveryNoLongerHas() {
    deliver("first", List.of(electricity("a", "100"), electricity("b", "200")));

    Balance balance = deliver("second", List.of(electricity("a", "100")));

    assertThat(balance).isEqualTo(new Balance(1, 0, 1, 0, 0, 1, 1, 1, 0, 0));
    assertThat(sandbox.rows(tenant, CURRENT)).containsExactly(row("a", 1, 100));
  }

  @Test
  void shouldWithdrawNothingWhenRowsOfTheNewerDeliveryWereRejected() {
    deliver("first", List.of(electricity("a", "100"), electricity("b", "200")));

    deliver("second", List.of(electricity("a", "100"), electricity("b", "two hundred")));

    assertThat(sandbox.rows(tenant, CURRENT)).containsExactly(row("a", 1, 100), row("b", 1, 200));
  }

  @Test
  void shouldTakeInAgainWhatWasWithdrawn() {
    deliver("first", List.of(electricity("a", "100"), electricity("b", "200")));
    deliver("second", List.of(electricity("a", "100")));

    deliver("third", List.of(electricity("a", "100"), electricity("b", "200")));

    assertThat(sandbox.rows(tenant, CURRENT)).containsExactly(row("a", 1, 100), row("b", 2, 200));
  }

  @Test
  void shouldLeaveOtherDeliveriesAndSourcesAlone() {
    deliver("first", List.of(electricity("a", "100")));
    long other = runs.open(tenant, "source", "2024-10.csv", null, "[]", "o").orElseThrow();
    intake.take(tenant, other, List.of(electricity("b", "200")));
    runs.close(tenant, other, "test", 1);
    long another = runs.open(tenant, "other", DELIVERY, null, "[]", "p").orElseThrow();
    intake.take(tenant, another, List.of(electricity("a", "300")));
    runs.close(tenant, another, "test", 1);

    assertThat(sandbox.rows(tenant, CURRENT))
        .containsExactlyInAnyOrder(row("a", 1, 100), row("a", 1, 300), row("b", 1, 200));
  }
}
