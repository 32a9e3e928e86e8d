package com.offgridflow.job.wiring;

import com.offgridflow.tenant.wiring.TenantDatabase;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Lets go of settled jobs that nobody needs any more, so that their table does not grow for ever.
 * Each batch is a transaction of its own; replicas that do it at the same time share the work.
 */
@Startup
@ApplicationScoped
@Named("forgetJobs")
public class ForgetJobs {
  private static final Logger LOG = Logger.getLogger(ForgetJobs.class);
  private static final int BATCH = 1000;
  private static final Duration LEAST = Duration.ofDays(1);

  private final TenantDatabase database;
  private final Duration retention;

  ForgetJobs(TenantDatabase database, JobConfig config) {
    this.database = database;
    this.retention = config.retention();
    if (retention.compareTo(LEAST) < 0) {
      throw new IllegalArgumentException(
          "job.retention is %s; it should be at least %s, such as P365D"
              .formatted(retention, LEAST));
    }
  }

  /**
   * Forgets all that are old enough.
   *
   * @return how many
   */
  public int forget() {
    int total = 0;
    int batch = BATCH;
    while (batch == BATCH) {
      batch = batch();
      total += batch;
      if (batch > 0) {
        LOG.infof("%d settled jobs older than %s are forgotten", total, retention);
      }
    }
    return total;
  }

  private int batch() {
    return database.transaction(
        jdbc ->
            jdbc.queryForObject(
                "select forget_jobs(make_interval(secs => ?), ?)",
                Integer.class,
                (double) retention.toSeconds(),
                BATCH));
  }
}
