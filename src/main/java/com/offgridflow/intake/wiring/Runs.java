package com.offgridflow.intake.wiring;

import com.offgridflow.database.wiring.RowBatch;
import com.offgridflow.intake.Balance;
import com.offgridflow.intake.Closing;
import com.offgridflow.intake.Rejection;
import com.offgridflow.tenant.wiring.TenantDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/** The table {@code run}: a delivery is opened, taken in, and closed as a whole or not at all. */
@ApplicationScoped
public class Runs {
  /** What was taken in last, and what has been held or discarded since then. */
  private static final String KNOWN_DIGESTS =
      """
      select object_digest from run where tenant_id = ? and source = ? and delivery = ?
        and state in ('done', 'held', 'discarded') and run_id >= coalesce((
          select max(run_id) from run where tenant_id = ? and source = ? and delivery = ?
            and state = 'done'), 0)""";

  /** What is held gives way to anything else that is delivered in its place. */
  private static final String OVERTAKE =
      """
      update run set state = 'discarded', decided_at = now(),
        cause = cause || '; a later delivery took its place'
      where tenant_id = ? and source = ? and delivery = ? and state = 'held' and object_digest <> ?""";

  private static final String OPEN =
      """
      insert into run (tenant_id, source, delivery, job_id, object_digest, objects, state)
      values (?, ?, ?, ?, ?, ?::jsonb, ?) returning run_id""";
  private static final String ABANDON =
      """
      update run set state = 'failed', cause = 'interrupted, read again by a later run',
        finished_at = now()
      where tenant_id = ? and source = ? and delivery = ? and state = 'open'""";
  private static final String SWEEP =
      """
      delete from activity_staging where run_id in (
        select run_id from run where tenant_id = ? and source = ? and delivery = ?)""";
  private static final String FAIL =
      "update run set state = 'failed', cause = ?, finished_at = now() where run_id = ?";
  private static final String NOT_USAGE =
      """
      insert into not_usage (tenant_id, run_id, reason, service, account, cost, currency, lines)
      select ?, ?, * from {rows} as r""";

  private final TenantDatabase database;

  Runs(TenantDatabase database) {
    this.database = database;
  }

  /**
   * Opens a run.
   *
   * @param objects JSON list of the objects with name, bytes, digest
   * @param digest digest over all objects
   * @return empty when just this content was taken in before
   */
  public Optional<Long> open(
      String tenant, String source, String delivery, Long job, String objects, String digest) {
    return database.inTenant(
        tenant,
        jdbc -> {
          clear(jdbc, tenant, source, delivery, digest);
          boolean unchanged =
              jdbc.queryForList(
                      KNOWN_DIGESTS,
                      String.class,
                      tenant,
                      source,
                      delivery,
                      tenant,
                      source,
                      delivery)
                  .contains(digest);
          String state = unchanged ? "unchanged" : "open";
          Long runId =
              jdbc.queryForObject(
                  OPEN, Long.class, tenant, source, delivery, job, digest, objects, state);
          return unchanged ? Optional.empty() : Optional.of(runId);
        });
  }

  /** The same for a delivery that is to be read although its content may be known. */
  public long openAgain(
      String tenant, String source, String delivery, Long job, String objects, String digest) {
    return database.inTenant(
        tenant,
        jdbc -> {
          clear(jdbc, tenant, source, delivery, "");
          return jdbc.queryForObject(
              OPEN, Long.class, tenant, source, delivery, job, digest, objects, "open");
        });
  }

  private static void clear(
      JdbcTemplate jdbc, String tenant, String source, String delivery, String digest) {
    jdbc.update(SWEEP, tenant, source, delivery);
    jdbc.update(ABANDON, tenant, source, delivery);
    jdbc.update(OVERTAKE, tenant, source, delivery, digest);
  }

  /** Remembers a delivery that could not be read, and why. */
  public void refuse(
      String tenant, String source, String delivery, Long job, List<Rejection> rejections) {
    database.inTenant(
        tenant,
        jdbc -> {
          Long runId =
              jdbc.queryForObject(
                  OPEN, Long.class, tenant, source, delivery, job, null, "[]", "open");
          Intake.reject(jdbc, tenant, runId, rejections);
          String cause = rejections.isEmpty() ? "refused" : rejections.get(0).toString();
          return jdbc.update(FAIL, cause, runId);
        });
  }

  /** Ends a run in the midst of which its delivery turned out to be unreadable. */
  public void refuse(String tenant, long runId, Rejection rejection) {
    database.inTenant(
        tenant,
        jdbc -> {
          Intake.reject(jdbc, tenant, runId, List.of(rejection));
          return null;
        });
    fail(tenant, runId, rejection.toString());
  }

  /** Ends a run that failed; nothing that it staged becomes an activity. */
  public void fail(String tenant, long runId, String cause) {
    database.inTenant(
        tenant,
        jdbc -> {
          jdbc.update("delete from activity_staging where run_id = ?", runId);
          return jdbc.update(FAIL, cause, runId);
        });
  }

  /** Writes down lines of the bill that are no usage. */
  public void notUsage(String tenant, long runId, Collection<NotUsage> groups) {
    RowBatch batch = new RowBatch("text, text, text, numeric, text, bigint");
    for (NotUsage g : groups) {
      batch.add(g.reason(), g.service(), g.account(), g.cost(), g.currency(), g.lines());
    }
    long lines = groups.stream().mapToLong(NotUsage::lines).sum();
    String count = "update run set lines_not_usage = lines_not_usage + ? where run_id = ?";
    database.inTenant(
        tenant,
        jdbc -> batch.update(jdbc, NOT_USAGE, tenant, runId) + jdbc.update(count, lines, runId));
  }

  /**
   * Makes the run's records activities, in one transaction, if it balances.
   *
   * @param format the format that was read
   * @param linesRead how many lines the delivery has, counted apart from reading them
   */
  public Balance close(String tenant, long runId, String format, long linesRead) {
    return database.inTenant(tenant, jdbc -> merge(jdbc, tenant, runId, format, linesRead).merge());
  }

  /**
   * The same, unless more than half of what the delivery has now would be lost by it, or another
   * delivery has brought the same records.
   */
  public Closing closeUnlessDoubtful(String tenant, long runId, String format, long linesRead) {
    return database.inTenant(
        tenant, jdbc -> merge(jdbc, tenant, runId, format, linesRead).mergeUnlessDoubtful());
  }

  private static Merge merge(
      JdbcTemplate jdbc, String tenant, long runId, String format, long linesRead) {
    String read = "update run set format = ?, lines_read = ? where run_id = ?";
    jdbc.update(read, format, linesRead, runId);
    return new Merge(jdbc, tenant, runId);
  }
}
