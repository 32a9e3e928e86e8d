package com.offgridflow.delivery.wiring;

import com.offgridflow.delivery.DownloadLink;
import com.offgridflow.job.Job;
import com.offgridflow.tenant.wiring.TenantDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The table {@code download_link}: which links went out, and which of them were taken back. */
@ApplicationScoped
public class SentLinks {
  private static final String MAKE =
      """
      insert into download_link (tenant_id, target_id, job_id, report_id, rendering, expires_at)
      values (?, ?, ?, ?::uuid, ?, ?)
      on conflict (tenant_id, job_id, report_id, rendering)
        do update set expires_at = excluded.expires_at
      returning link_id""";
  private static final String OPEN =
      """
      update download_link set opened = opened + 1, last_opened_at = ?
      where link_id = ? and revoked_at is null""";
  private static final String COLUMNS =
      """
      select link_id as id, target_id as target, report_id as report, rendering, made_at,
        expires_at, opened, last_opened_at, revoked_at, revoked_by
      from download_link\s""";
  private static final String LIST =
      COLUMNS
          + """
          where target_id = ? and ? in ('', report_id::text)
            and (? or (revoked_at is null and expires_at > ?))
          order by made_at desc, link_id limit ?""";
  private static final String REVOKE =
      """
      update download_link set revoked_at = ?, revoked_by = ?
      where link_id = ? and target_id = ? and revoked_at is null""";

  private final TenantDatabase database;
  private final Clock clock;

  SentLinks(TenantDatabase database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Whether a link that the hub has signed opens anything. */
  enum Standing {
    LIVE,
    REVOKED,
    UNKNOWN
  }

  /** The link of the job's delivery to a rendering, which is the same when it is made again. */
  DownloadLink make(Job job, String target, String rendering, Instant expires) {
    String report = job.required("report");
    UUID id =
        database.inTenant(
            job.tenant(),
            jdbc ->
                jdbc.queryForObject(
                    MAKE,
                    UUID.class,
                    job.tenant(),
                    target,
                    job.id(),
                    report,
                    rendering,
                    Timestamp.from(expires)));
    return new DownloadLink(id, job.tenant(), report, rendering, expires);
  }

  /** Counts that somebody comes with the link. */
  Standing open(DownloadLink link) {
    return database.inTenant(
        link.tenant(),
        jdbc -> {
          if (jdbc.update(OPEN, now(), link.id()) == 1) {
            return Standing.LIVE;
          }
          boolean known =
              !jdbc.queryForList("select 1 from download_link where link_id = ?", link.id())
                  .isEmpty();
          return known ? Standing.REVOKED : Standing.UNKNOWN;
        });
  }

  /**
   * The links that went to a target, the newest first.
   *
   * @param report id of a report; those of all reports when empty
   * @param all also those that open nothing any more
   */
  List<Map<String, Object>> list(
      String tenant, String target, String report, boolean all, int limit) {
    return database.inTenant(
        tenant, jdbc -> jdbc.queryForList(LIST, target, report, all, now(), limit));
  }

  /** Takes a link back, once; who did it first stays on record. Empty when there is none such. */
  Optional<Map<String, Object>> revoke(String tenant, String target, UUID link, String by) {
    return database.inTenant(
        tenant,
        jdbc -> {
          jdbc.update(REVOKE, now(), by, link, target);
          return jdbc
              .queryForList(COLUMNS + "where link_id = ? and target_id = ?", link, target)
              .stream()
              .findFirst();
        });
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant());
  }
}
