package com.offgridflow.job.wiring;

import com.offgridflow.job.JobRequest;
import com.offgridflow.job.Schedule;
import com.offgridflow.tenant.wiring.TenantDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import org.apache.camel.CamelContext;
import org.apache.camel.component.quartz.QuartzComponent;
import org.jboss.logging.Logger;
import org.quartz.CronScheduleBuilder;
import org.quartz.CronTrigger;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobPersistenceException;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.TriggerBuilder;
import org.quartz.TriggerKey;
import org.quartz.impl.matchers.GroupMatcher;
import org.springframework.jdbc.core.RowCallbackHandler;

/**
 * Keeps one Quartz trigger for each schedule in the database. Quartz never works: what fires puts a
 * row into {@code job}. A slot that was missed while no hub ran is made up for once.
 */
@ApplicationScoped
@Named("schedules")
public class Schedules {
  private static final Logger LOG = Logger.getLogger(Schedules.class);
  private static final String GROUP = "schedules";
  private static final String PRESENT =
      """
      select trigger_name, cron_expression, time_zone_id from qrtz_cron_triggers
      where sched_name = ? and trigger_group = ?""";

  private final TenantDatabase database;
  private final JobQueue queue;
  private final CamelContext camel;

  Schedules(TenantDatabase database, JobQueue queue, CamelContext camel) {
    this.database = database;
    this.queue = queue;
    this.camel = camel;
  }

  /** Adds, changes and removes triggers until they are what the database says. */
  public void refresh() throws SchedulerException {
    Scheduler scheduler = scheduler();
    Set<TriggerKey> gone = new HashSet<>(scheduler.getTriggerKeys(GroupMatcher.groupEquals(GROUP)));
    Map<String, List<String>> present = present(scheduler);
    for (Schedule schedule : wanted()) {
      TriggerKey key = TriggerKey.triggerKey(schedule.name(), GROUP);
      List<String> when = List.of(schedule.cron(), schedule.timeZone());
      if (when.equals(present.get(schedule.name())) || set(scheduler, key, schedule)) {
        gone.remove(key);
      }
    }
    for (TriggerKey key : gone) {
      scheduler.unscheduleJob(key);
    }
  }

  /** Asks for the work of a slot; two nodes that fire the same slot ask for one job. */
  public void fire(Schedule schedule, Instant slot) {
    JobRequest request =
        schedule.kind().equals("sync")
            ? JobRequest.sync(schedule.subject(), slot.toString())
            : JobRequest.report(schedule.subject(), slot.toString());
    queue.enqueue(schedule.tenant(), request);
  }

  /** When triggers fire, by name; asked for at once, since Quartz tells one trigger at a time. */
  private Map<String, List<String>> present(Scheduler scheduler) throws SchedulerException {
    Map<String, List<String>> present = new HashMap<>();
    RowCallbackHandler each =
        row -> present.put(row.getString(1), List.of(row.getString(2), row.getString(3)));
    String name = scheduler.getSchedulerName();
    database.transaction(
        jdbc -> {
          jdbc.query(PRESENT, each, name, GROUP);
          return present;
        });
    return present;
  }

  private List<Schedule> wanted() {
    return database.transaction(
        jdbc ->
            jdbc.query(
                "select tenant_id, kind, subject, cron, time_zone from schedules()",
                (row, n) ->
                    new Schedule(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5))));
  }

  /** False when the schedule is none; then it must not go on by what it was before either. */
  private static boolean set(Scheduler scheduler, TriggerKey key, Schedule schedule)
      throws SchedulerException {
    try {
      CronTrigger wanted = trigger(key, schedule);
      CronTrigger present = (CronTrigger) scheduler.getTrigger(key);
      if (present == null) {
        JobDetail job =
            JobBuilder.newJob(FireSchedule.class).withIdentity(schedule.name(), GROUP).build();
        scheduler.scheduleJob(job, Set.of(wanted), true);
      } else if (!same(present, wanted)) {
        scheduler.rescheduleJob(key, wanted);
      }
      return true;
    } catch (JobPersistenceException e) {
      throw e;
    } catch (SchedulerException | RuntimeException e) {
      LOG.errorf(
          "schedule %s is left out: '%s' in %s does not work (%s); '0 0 4 * * ?' in Europe/Berlin would: every night at four",
          schedule.name(), schedule.cron(), schedule.timeZone(), e.getMessage());
      return false;
    }
  }

  private static boolean same(CronTrigger one, CronTrigger other) {
    return one.getCronExpression().equals(other.getCronExpression())
        && one.getTimeZone().getID().equals(other.getTimeZone().getID());
  }

  private static CronTrigger trigger(TriggerKey key, Schedule schedule) {
    TimeZone zone = TimeZone.getTimeZone(ZoneId.of(schedule.timeZone()));
    return TriggerBuilder.newTrigger()
        .withIdentity(key)
        .usingJobData("tenant", schedule.tenant())
        .usingJobData("kind", schedule.kind())
        .usingJobData("subject", schedule.subject())
        .usingJobData("cron", schedule.cron())
        .usingJobData("timeZone", schedule.timeZone())
        .withSchedule(
            CronScheduleBuilder.cronSchedule(schedule.cron())
                .inTimeZone(zone)
                .withMisfireHandlingInstructionFireAndProceed())
        .build();
  }

  private Scheduler scheduler() {
    return camel.getComponent("quartz", QuartzComponent.class).getScheduler();
  }
}
