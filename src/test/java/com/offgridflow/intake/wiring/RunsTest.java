package com.offgridflow.intake.wiring;

import static com.offgridflow.intake.wiring.Records.electricity;
import static com.offgridflow.intake.wiring.Records.with;
import static com.offgridflow.intake.wiring.Records.without;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.offgridflow.intake.Balance;
import com.offgridflow.intake.UnbalancedRunException;
import com.offgridflow.job.HubProperties;
import com.offgridflow.wiring.Sandbox;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RunsTest {
  private static final String DELIVERY = "2024-09.csv";
  private static final String CURRENT =
      "select record_key, version, quantity::text from activity where superseded_at is null order"
          + " by 1";

  @Inject Runs runs;
  @Inject Intake intake;
  @Inject Sandbox sandbox;
  @Inject ProducerTemplate producer;
  private String tenant;

  @BeforeEach
  void begin() {
    tenant = sandbox.tenant();
  }

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

  @Test
  void shouldRejectABadRecordAndTakeInTheOthers() {
    Balance balance =
        deliver(
            "first",
            List.of(electricity("a", "100"), with(electricity("b", "1"), "unit", "buckets")));

    assertThat(balance).isEqualTo(new Balance(2, 1, 0, 0, 1, 0, 2, 1, 0, 1));
    Map<String, Object> rejection =
        sandbox.row(
            tenant,
            "select object, locator, field, value, code, message, mitigation from rejection");
    assertThat(rejection)
        .isEqualTo(
            Map.of(
                "object", "bills.csv",
                "locator", "line of b",
                "field", "unit",
                "value", "buckets",
                "code", "UNKNOWN_UNIT",
                "message",
                    "unit 'buckets' is not known; docs/units.md lists the units; currencies are by"
                        + " ISO 4217, such as EUR",
                "mitigation", "electricity is measured in kWh, MWh, GWh, MJ or GJ"));
  }

  @Test
  void shouldTakeInTheOthersBesideOneThatTheDatabaseCannotHold() {
    Balance balance =
        deliver(
            "first",
            List.of(
                electricity("a", "100"),
                with(electricity("b", "1"), "service", "a\u0000b"),
                electricity("c", "1e999999999")));

    assertThat(balance).isEqualTo(new Balance(3, 1, 0, 0, 2, 0, 3, 1, 0, 2));
  }

  @Test
  void shouldRejectTheSecondOfTwoRecordsThatContradictEachOther() {
    Balance balance =
        deliver(
            "first",
            List.of(
                electricity("a", "100"),
                with(electricity("a", "150"), "locator", "line 9"),
                electricity("b", "200"),
                electricity("b", "200")));

    assertThat(balance).isEqualTo(new Balance(4, 2, 1, 0, 1, 0, 4, 3, 0, 1));
    assertThat(sandbox.rows(tenant, CURRENT)).containsExactly(row("a", 1, 100), row("b", 1, 200));
    assertThat(sandbox.row(tenant, "select locator, field, value, code, message from rejection"))
        .isEqualTo(
            Map.of(
                "locator", "line 9",
                "field", "record_key",
                "value", "a",
                "code", "CONFLICTING_RECORD",
                "message", "the record stands twice with different content, first at line of a"));
  }

  @Test
  void shouldUndoARunThatDoesNotBalance() {
    deliver("first", List.of(electricity("a", "100")));
    long run = open("second");
    intake.take(tenant, run, List.of(electricity("a", "150"), electricity("b", "200")));

    assertThatThrownBy(() -> runs.close(tenant, run, "test", 3))
        .isInstanceOf(UnbalancedRunException.class)
        .hasMessageContaining("lines: 3 read, 2 usage, 0 not usage, 0 rejected");
    assertThat(sandbox.rows(tenant, CURRENT)).containsExactly(row("a", 1, 100));
    assertThat(sandbox.count(tenant, "select count(*) from activity")).isEqualTo(1);

    runs.fail(tenant, run, "did not balance");
    assertThat(sandbox.count(tenant, "select count(*) from activity_staging")).isZero();
    assertThat(sandbox.row(tenant, "select state, cause from run where run_id = ?", run))
        .isEqualTo(Map.of("state", "failed", "cause", "did not balance"));
  }

  @Test
  void shouldSweepWhatADeadRunLeftAndReadItAgain() {
    long dead = open("first");
    intake.take(tenant, dead, List.of(electricity("a", "100"), electricity("b", "200")));

    Balance balance = deliver("first", List.of(electricity("a", "100"), electricity("b", "200")));

    assertThat(balance).isEqualTo(new Balance(2, 2, 0, 0, 0, 0, 2, 2, 0, 0));
    assertThat(sandbox.count(tenant, "select count(*) from activity_staging")).isZero();
    assertThat(sandbox.rows(tenant, "select run_id from activity where run_id = ?", dead))
        .isEmpty();
    assertThat(sandbox.row(tenant, "select state, cause from run where run_id = ?", dead))
        .isEqualTo(Map.of("state", "failed", "cause", "interrupted, read again by a later run"));
  }

  @Test
  void shouldTakeInWhatASourceSendsByItself() {
    Exchange exchange =
        send(List.of(electricity("a", "100"), without(electricity("b", "200"), "unit")));

    assertThat(exchange.getException()).isNull();
    assertThat(sandbox.rows(tenant, CURRENT)).containsExactly(row("a", 1, 100));
    assertThat(sandbox.row(tenant, "select source, state, accepted, rejected from run"))
        .isEqualTo(Map.of("source", "webhook", "state", "done", "accepted", 1L, "rejected", 1L));
  }

  @Test
  void shouldTakeInOneRecordThatStandsForSeveralLines() {
    Exchange exchange = send(with(electricity("a", "100"), "lines", 3));

    assertThat(exchange.getException()).isNull();
    assertThat(sandbox.row(tenant, "select state, lines_read, lines_usage from run"))
        .isEqualTo(Map.of("state", "done", "lines_read", 3L, "lines_usage", 3L));
  }

  @Test
  void shouldSayWhatIntakeTakes() {
    assertThat(send("text").getException())
        .hasMessageContaining(
            "a map or a list of maps by schemas/activity-1.json, not java.lang.String");
    assertThat(sandbox.count(tenant, "select count(*) from run")).isZero();
  }

  private Exchange send(Object body) {
    return producer.send(
        "direct:intake",
        exchange -> {
          exchange.setProperty(HubProperties.TENANT, tenant);
          exchange.setProperty(HubProperties.SOURCE, "webhook");
          exchange.getMessage().setBody(body);
        });
  }

  private Balance deliver(String digest, List<Map<String, Object>> records) {
    long run = open(digest);
    intake.take(tenant, run, records);
    return runs.close(tenant, run, "test", records.size());
  }

  private long open(String digest) {
    return runs.open(tenant, "source", DELIVERY, null, "[]", digest).orElseThrow();
  }

  private static Map<String, Object> row(String key, int version, int quantity) {
    return Map.of("record_key", key, "version", version, "quantity", Integer.toString(quantity));
  }
}
