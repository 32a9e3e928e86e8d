package com.offgridflow.job.wiring;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.offgridflow.job.Job;
import com.offgridflow.job.JobRequest;
import com.offgridflow.job.JobState;
import com.offgridflow.job.Settlement;
import com.offgridflow.tenant.wiring.TenantDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/** The table {@code job}: asking for work, taking it, and saying how it ended. */
@ApplicationScoped
public class JobQueue {
  private final TenantDatabase database;
  private final ObjectMapper json;
  private final JobRows rows;
  private final DeadJobs dead;
  private final Event<JobSettled> settled;
  private final Event<JobQueued> queued;

  JobQueue(
      TenantDatabase database,
      ObjectMapper json,
      JobRows rows,
      DeadJobs dead,
      Event<JobSettled> settled,
      Event<JobQueued> queued) {
    this.database = database;
    this.json = json;
    this.rows = rows;
    this.dead = dead;
    this.settled = settled;
    this.queued = queued;
  }

  /**
   * Asks for work, now. Asking again with the same key is the same request.
   *
   * @return whether this was the first time
   */
  public boolean enqueue(String tenant, JobRequest request) {
    boolean first = database.inTenant(tenant, jdbc -> enqueue(jdbc, tenant, request));
    queued.fire(new JobQueued());
    return first;
  }

  /** The same within a transaction of the tenant's: asked for when that commits, or not at all. */
  public boolean enqueue(JdbcTemplate jdbc, String tenant, JobRequest request) {
    return enqueue(jdbc, tenant, request, Duration.ZERO);
  }

  /** The same, to be done after a while. */
  public boolean enqueue(JdbcTemplate jdbc, String tenant, JobRequest request, Duration delay) {
    String insert =
        """
        insert into job (tenant_id, kind, payload, dedupe_key, exclusive_key, run_at)
        values (?, ?, ?::jsonb, ?, ?, now() + make_interval(secs => ?))
        on conflict (tenant_id, dedupe_key) do nothing\
        """;
    return jdbc.update(
            insert,
            tenant,
            request.kind(),
            rows.write(request.payload()),
            request.key(),
            request.exclusiveKey().orElse(null),
            seconds(delay))
        == 1;
  }

  /** How a request stands. */
  public Optional<JobState> state(String tenant, String key) {
    String query = "select state, attempt, cause from job where tenant_id = ? and dedupe_key = ?";
    return database
        .inTenant(
            tenant,
            jdbc ->
                jdbc.query(
                    query,
                    (row, n) -> new JobState(row.getString(1), row.getInt(2), row.getString(3)),
                    tenant,
                    key))
        .stream()
        .findFirst();
  }

  /** What a job that succeeded left behind, by name. */
  public Map<String, String> result(String tenant, String key) {
    String query = "select coalesce(result, '{}') from job where tenant_id = ? and dedupe_key = ?";
    String text =
        database.inTenant(tenant, jdbc -> jdbc.queryForObject(query, String.class, tenant, key));
    try {
      return json.readValue(text, new TypeReference<>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("result of job " + key + " is no flat map", e);
    }
  }

  /** Takes the most urgent job of any tenant; it is this worker's until the lease ends. */
  public Optional<Job> claim(String worker, Duration lease) {
    dead.park();
    String claim = "select * from claim_job(?, make_interval(secs => ?))";
    return database
        .transaction(jdbc -> jdbc.query(claim, (row, n) -> rows.read(row), worker, seconds(lease)))
        .stream()
        .findFirst();
  }

  /** Keeps a claimed job for another lease; false when it is no longer this worker's. */
  public boolean renew(Job job, String worker, Duration lease) {
    String update =
        """
        update job set lease_until = now() + make_interval(secs => ?)
        where job_id = ? and lease_owner = ? and attempt = ? and state = 'running'\
        """;
    return database.inTenant(
        job.tenant(),
        jdbc -> jdbc.update(update, seconds(lease), job.id(), worker, job.attempt()) == 1);
  }

  /**
   * Writes down how the attempt ended, and tells {@link JobSettled} in the same transaction; false
   * when another worker has taken the job meanwhile.
   */
  public boolean settle(Job job, String worker, Settlement settlement) {
    String update =
        """
        update job set state = ?, cause = coalesce(?, cause), result = ?::jsonb,
          attempt = attempt - ?,
          run_at = now() + make_interval(secs => ?), lease_owner = null, lease_until = null,
          finished_at = case when ? = 'queued' then null else now() end
        where job_id = ? and lease_owner = ? and attempt = ? and state = 'running'\
        """;
    SettlementRow row = SettlementRow.of(settlement);
    return database.inTenant(
        job.tenant(),
        jdbc -> {
          int changed =
              jdbc.update(
                  update,
                  row.state(),
                  row.cause(),
                  row.result() == null ? null : rows.write(row.result()),
                  row.unused(),
                  seconds(row.delay()),
                  row.state(),
                  job.id(),
                  worker,
                  job.attempt());
          if (changed == 1) {
            settled.fire(new JobSettled(jdbc, job, settlement));
          }
          return changed == 1;
        });
  }

  /** Gives all claimed jobs back; only right when no other process can be working on any. */
  public int releaseLeases() {
    return database.transaction(
        jdbc -> jdbc.queryForObject("select release_leases()", Integer.class));
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }
}
