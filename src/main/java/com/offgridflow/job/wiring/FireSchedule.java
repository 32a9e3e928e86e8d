package com.offgridflow.job.wiring;

import com.offgridflow.job.Schedule;
import io.quarkus.arc.Arc;
import org.apache.camel.ProducerTemplate;
import org.quartz.Job;
import org.quartz.JobDataMap;
import org.quartz.JobExecutionContext;

/** What Quartz runs: hands the slot to the route {@code core-schedules}. */
public class FireSchedule implements Job {
  @Override
  public void execute(JobExecutionContext context) {
    JobDataMap data = context.getMergedJobDataMap();
    Schedule schedule =
        new Schedule(
            data.getString("tenant"),
            data.getString("kind"),
            data.getString("subject"),
            data.getString("cron"),
            data.getString("timeZone"));
    Arc.container()
        .instance(ProducerTemplate.class)
        .get()
        .sendBodyAndHeader(
            "direct:core-schedules", schedule, "slot", context.getScheduledFireTime().toInstant());
  }
}
