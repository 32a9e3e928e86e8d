package com.offgridflow.intake.wiring;

import static com.offgridflow.intake.wiring.Records.electricity;
import static com.offgridflow.intake.wiring.Records.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.offgridflow.intake.Balance;
import com.offgridflow.intake.UnbalancedRunException;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Runs with bad records, and such as break off. */
@QuarkusTest
class FaultyRunsTest extends DeliveredRecords {
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
}
