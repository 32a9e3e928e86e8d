package com.offgridflow.job.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.offgridflow.job.Schedule;
import com.offgridflow.tenant.wiring.TenantDatabase;
import com.offgridflow.tenant.wiring.Tenants;
import com.offgridflow.wiring.Sandbox;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.quartz.QuartzComponent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.quartz.TriggerKey;

@QuarkusTest
class SchedulesTest {
  private static final String ROW =
      """
      select t.next_fire_time, c.cron_expression, c.time_zone_id from qrtz_triggers t
      join qrtz_cron_triggers c using (sched_name, trigger_name, trigger_group)
      where t.trigger_name = ?""";

  @Inject Schedules schedules;
  @Inject Tenants tenants;
  @Inject TenantDatabase database;
  @Inject Sandbox sandbox;
  @Inject CamelContext camel;
  @Inject ProducerTemplate producer;
  private String tenant;

  @BeforeEach
  void begin() {
    tenant = sandbox.tenant();
  }

  @Test
  void shouldKeepATriggerInTheDatabaseForEachConnection() throws Exception {
    connect("bills", "0 0 2 * * ?", "Europe/Berlin");

    schedules.refresh();

    assertThat(rows("bills")).hasSize(1);
    assertThat(rows("bills").get(0))
        .containsEntry("cron_expression", "0 0 2 * * ?")
        .containsEntry("time_zone_id", "Europe/Berlin");
    assertThat(sandbox.owner().queryForList("select instance_name from qrtz_scheduler_state"))
        .isNotEmpty();
  }

  /**
   * Directive 2000/84/EC: summer time begins and ends on the last Sundays of March and October at
   * 01:00 UTC, in 2027 the 28th and the 31st. Six in the morning in Berlin is 05:00 UTC in winter
   * and 04:00 UTC in summer.
   */
  @Test
  void shouldKeepLocalTimeOverTheChangesOfSummerTime() throws Exception {
    connect("bills", "0 0 6 * * ?", "Europe/Berlin");
    schedules.refresh();

    assertThat(slots("bills", "2027-03-27T00:00:00Z", 3))
        .containsExactly("2027-03-27T05:00:00Z", "2027-03-28T04:00:00Z", "2027-03-29T04:00:00Z");
    assertThat(slots("bills", "2027-10-30T00:00:00Z", 3))
        .containsExactly("2027-10-30T04:00:00Z", "2027-10-31T05:00:00Z", "2027-11-01T05:00:00Z");
  }

  @Test
  void shouldRescheduleAChangedCron() throws Exception {
    connect("bills", "0 0 2 * * ?", "Europe/Berlin");
    schedules.refresh();
    Object before = rows("bills").get(0).get("next_fire_time");
    connect("bills", "0 0 3 * * ?", "America/New_York");

    schedules.refresh();

    assertThat(rows("bills")).hasSize(1);
    assertThat(rows("bills").get(0))
        .containsEntry("cron_expression", "0 0 3 * * ?")
        .containsEntry("time_zone_id", "America/New_York");
    assertThat(rows("bills").get(0).get("next_fire_time")).isNotEqualTo(before);
  }

  @Test
  void shouldLeaveAnUnchangedTriggerAlone() throws Exception {
    connect("bills", "0 0 2 * * ?", "Europe/Berlin");
    schedules.refresh();
    Date first = trigger("bills").getStartTime();
    Thread.sleep(1100);

    schedules.refresh();

    // a trigger that is put anew starts anew, and forgets a slot that it has missed
    assertThat(trigger("bills").getStartTime()).isEqualTo(first);
  }

  @Test
  void shouldUnscheduleADisabledConnection() throws Exception {
    connect("bills", "0 0 2 * * ?", "Europe/Berlin");
    schedules.refresh();
    database.inTenant(tenant, jdbc -> jdbc.update("update connection set enabled = false"));

    schedules.refresh();

    assertThat(rows("bills")).isEmpty();
  }

  @Test
  void shouldLeaveOutWhatIsNoScheduleAndKeepTheOthers() throws Exception {
    connect("a-broken", "every night", "Europe/Berlin");
    connect("b-nowhere", "0 0 2 * * ?", "Europe/Atlantis");
    connect("c-over", "0 0 0 1 1 ? 2020", "Europe/Berlin");
    connect("d-good", "0 0 2 * * ?", "Europe/Berlin");
    LogCapture log = new LogCapture();

    log.during(Schedules.class, schedules::refresh);

    assertThat(rows("a-broken")).isEmpty();
    assertThat(rows("b-nowhere")).isEmpty();
    assertThat(rows("c-over")).isEmpty();
    assertThat(rows("d-good")).hasSize(1);
    assertThat(log.text())
        .contains(tenant + "/sync/a-broken is left out: 'every night' in Europe/Berlin")
        .contains(tenant + "/sync/b-nowhere is left out: '0 0 2 * * ?' in Europe/Atlantis")
        .contains(tenant + "/sync/c-over is left out: '0 0 0 1 1 ? 2020'")
        .contains("'0 0 4 * * ?' in Europe/Berlin would");
  }

  @Test
  void shouldNotGoOnByTheOldScheduleWhenTheNewOneIsNone() throws Exception {
    connect("bills", "0 0 2 * * ?", "Europe/Berlin");
    schedules.refresh();
    connect("bills", "every night", "Europe/Berlin");

    schedules.refresh();

    assertThat(rows("bills")).isEmpty();
  }

  @Test
  void shouldMakeOneJobOfASlotThatFiresTwice() {
    Schedule schedule = new Schedule(tenant, "sync", "bills", "0 0 2 * * ?", "Europe/Berlin");
    Instant slot = Instant.parse("2027-03-28T00:00:00Z");

    for (int node = 0; node < 2; node++) {
      producer.sendBodyAndHeader("direct:core-schedules", schedule, "slot", slot);
    }
    assertThat(sandbox.count(tenant, "select count(*) from job")).isEqualTo(1);

    producer.sendBodyAndHeader("direct:core-schedules", schedule, "slot", slot.plusSeconds(86400));
    assertThat(sandbox.rows(tenant, "select dedupe_key from job order by job_id"))
        .containsExactly(
            Map.of("dedupe_key", "sync/bills@2027-03-28T00:00:00Z"),
            Map.of("dedupe_key", "sync/bills@2027-03-29T00:00:00Z"));
  }

  @Test
  void shouldFire() throws Exception {
    connect("bills", "* * * * * ?", "Europe/Berlin");
    schedules.refresh();

    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> sandbox.count(tenant, "select count(*) from job where kind = 'sync'") >= 2);
  }

  private void connect(String id, String cron, String zone) {
    tenants.putConnection(tenant, id, "utility-csv", Map.of("location", "/none"), cron, zone);
  }

  private List<Map<String, Object>> rows(String connection) {
    return sandbox.owner().queryForList(ROW, tenant + "/sync/" + connection);
  }

  private Trigger trigger(String connection) throws SchedulerException {
    return camel
        .getComponent("quartz", QuartzComponent.class)
        .getScheduler()
        .getTrigger(TriggerKey.triggerKey(tenant + "/sync/" + connection, "schedules"));
  }

  private List<String> slots(String connection, String after, int count) throws SchedulerException {
    Trigger trigger = trigger(connection);
    List<String> slots = new ArrayList<>();
    Date last = Date.from(Instant.parse(after));
    for (int i = 0; i < count; i++) {
      last = trigger.getFireTimeAfter(last);
      slots.add(last.toInstant().toString());
    }
    return slots;
  }
}
