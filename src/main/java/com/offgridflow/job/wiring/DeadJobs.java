package com.offgridflow.job.wiring;

import com.offgridflow.job.Job;
import com.offgridflow.job.Settlement;
import com.offgridflow.tenant.wiring.TenantDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.List;
import org.jboss.logging.Logger;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Jobs that take their worker down with them, time after time. Failures count when they are
 * settled, and such a worker settles nothing: whoever looks for work next parks them in its place.
 */
@ApplicationScoped
public class DeadJobs {
  private static final Logger LOG = Logger.getLogger(DeadJobs.class);

  private static final String PARK =
      """
      update job set state = 'parked', lease_owner = null, lease_until = null, finished_at = now(),
        cause = ?
      where job_id = ? and attempt = ? and state = 'running' and lease_until < now()""";

  private final TenantDatabase database;
  private final JobRows rows;
  private final Event<JobSettled> settled;

  DeadJobs(TenantDatabase database, JobRows rows, Event<JobSettled> settled) {
    this.database = database;
    this.rows = rows;
    this.settled = settled;
  }

  /** Parks them, each with what observers do about it or not at all, and each once. */
  void park() {
    List<Job> dead =
        database.transaction(
            jdbc -> jdbc.query("select * from dead_jobs()", (row, n) -> rows.read(row)));
    dead.forEach(this::park);
  }

  /** One that cannot be parked must not keep others from their work. */
  private void park(Job job) {
    String cause = "its worker died in each of " + job.attempt() + " attempts";
    try {
      if (database.inTenant(job.tenant(), jdbc -> park(jdbc, job, cause))) {
        LOG.errorf("%s of %s, job %d, is parked: %s", job.kind(), job.tenant(), job.id(), cause);
      }
    } catch (RuntimeException e) {
      LOG.errorf(e, "job %d cannot be parked, though %s", job.id(), cause);
    }
  }

  private boolean park(JdbcTemplate jdbc, Job job, String cause) {
    boolean parked = jdbc.update(PARK, cause, job.id(), job.attempt()) == 1;
    if (parked) {
      settled.fire(new JobSettled(jdbc, job, new Settlement.Parked(cause)));
    }
    return parked;
  }
}
