package com.offgridflow.intake.wiring;

import com.offgridflow.job.JobRequest;
import com.offgridflow.job.wiring.JobQueue;
import com.offgridflow.problem.Problem;
import com.offgridflow.problem.ProblemException;
import com.offgridflow.tenant.wiring.TenantDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.logging.Logger;
import org.springframework.jdbc.core.JdbcTemplate;

/** What an administrator decides of a held run; a run is decided once. */
@ApplicationScoped
public class HeldRuns {
  private static final Logger LOG = Logger.getLogger(HeldRuns.class);
  private static final String DECIDE =
      """
      update run set state = ?, decided_by = ?, decided_at = now()
      where tenant_id = ? and run_id = ? and state = 'held' returning source""";
  private static final String STATE = "select state from run where tenant_id = ? and run_id = ?";

  private final TenantDatabase database;
  private final JobQueue queue;

  HeldRuns(TenantDatabase database, JobQueue queue) {
    this.database = database;
    this.queue = queue;
  }

  /**
   * Lets the next sync take in just this content, and asks for one.
   *
   * @throws ProblemException when the run is not held
   */
  void confirm(String tenant, long run, String user) {
    database.inTenant(
        tenant,
        jdbc -> {
          String connection = decide(jdbc, tenant, run, user, "confirmed");
          return queue.enqueue(jdbc, tenant, JobRequest.sync(connection, "run " + run));
        });
    LOG.infof("run %d of tenant %s is confirmed by %s", run, tenant, user);
  }

  /**
   * Leaves what is there.
   *
   * @throws ProblemException when the run is not held
   */
  void discard(String tenant, long run, String user) {
    database.inTenant(tenant, jdbc -> decide(jdbc, tenant, run, user, "discarded"));
    LOG.infof("run %d of tenant %s is discarded by %s", run, tenant, user);
  }

  private static String decide(
      JdbcTemplate jdbc, String tenant, long run, String user, String state) {
    List<String> decided = jdbc.queryForList(DECIDE, String.class, state, user, tenant, run);
    if (decided.isEmpty()) {
      String is = jdbc.queryForObject(STATE, String.class, tenant, run);
      throw new ProblemException(
          Problem.conflict("run " + run + " is " + is + "; only a held run can be decided upon"));
    }
    return decided.get(0);
  }
}
