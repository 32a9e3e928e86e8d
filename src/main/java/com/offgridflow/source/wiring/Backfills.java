package com.offgridflow.source.wiring;

import com.offgridflow.failure.UnrecoverableException;
import com.offgridflow.job.Job;
import com.offgridflow.job.JobRequest;
import com.offgridflow.job.wiring.JobQueue;
import com.offgridflow.tenant.wiring.TenantDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Backfills: a job for each month of a range, behind everything that is due every day. */
@ApplicationScoped
public class Backfills {
  /** Below that of syncs and reports. */
  private static final String LOW_PRIORITY =
      "update job set priority = -1 where tenant_id = ? and kind = 'backfill' and payload->>'backfill' = ?";

  private static final String MONTHS =
      """
      select payload->>'month' as month, state, attempt as attempts, coalesce(cause, '') as cause,
        coalesce(result, '{}')::text as result
      from job where tenant_id = ? and kind = 'backfill' and payload->>'connection' = ?
        and payload->>'backfill' = ? order by 1""";
  private static final String CANCEL =
      """
      update job set state = 'cancelled', finished_at = now(), lease_owner = null, lease_until = null
      where tenant_id = ? and kind = 'backfill' and payload->>'connection' = ?
        and payload->>'backfill' = ? and state in ('queued', 'running')""";

  private final TenantDatabase database;
  private final JobQueue queue;

  Backfills(TenantDatabase database, JobQueue queue) {
    this.database = database;
    this.queue = queue;
  }

  /**
   * Asks for the months from {@code from} to before {@code to}, the oldest first.
   *
   * @return the id of the backfill
   */
  String begin(String tenant, String connection, YearMonth from, YearMonth to) {
    String id = UUID.randomUUID().toString();
    List<YearMonth> months =
        Stream.iterate(from, month -> month.isBefore(to), month -> month.plusMonths(1)).toList();
    database.inTenant(
        tenant,
        jdbc -> {
          months.forEach(
              month ->
                  queue.enqueue(
                      jdbc, tenant, JobRequest.backfill(connection, month.toString(), id)));
          return jdbc.update(LOW_PRIORITY, tenant, id);
        });
    return id;
  }

  /** Its months with how they stand; none where there is no such backfill. */
  List<Map<String, Object>> months(String tenant, String connection, String id) {
    return database.inTenant(tenant, jdbc -> jdbc.queryForList(MONTHS, tenant, connection, id));
  }

  /**
   * Cancels the months that are not done. One that is being read stops within a lease, and what it
   * has not closed by then does not become visible.
   */
  int cancel(String tenant, String connection, String id) {
    return database.inTenant(tenant, jdbc -> jdbc.update(CANCEL, tenant, connection, id));
  }

  /**
   * The month that a job reads again; empty for a sync.
   *
   * @throws UnrecoverableException when it is none
   */
  static Optional<YearMonth> month(Job job) {
    String month = job.payload().get("month");
    try {
      return Optional.ofNullable(month).map(YearMonth::parse);
    } catch (DateTimeException e) {
      throw new UnrecoverableException(
          "job %d: month is '%s'; it should be like 2024-01".formatted(job.id(), month));
    }
  }

  /** How many of the months are in which state. */
  static Map<String, Long> progress(List<Map<String, Object>> months) {
    Map<String, Long> progress = new LinkedHashMap<>();
    months.forEach(month -> progress.merge(month.get("state").toString(), 1L, Long::sum));
    return progress;
  }
}
