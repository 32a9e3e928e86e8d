package com.offgridflow.intake.wiring;

import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What a run brings, whatever its delivery is called. Keys of billing records begin with the name
 * of their delivery, so that two exports stay apart; a bill that comes once more under another name
 * would count twice.
 */
final class Content {
  /** A sum does not depend on an order, and 60 bits of a digest make no two bills alike. */
  private static final String REMEMBER =
      """
      update run set content = (
        select count(*) || ':' || sum(('x' || left(encode(content_digest, 'hex'), 15))::bit(60)::bigint)
        from activity_staging where run_id = ? having count(*) > 0)
      where run_id = ?""";

  /** Records that are known by their keys need no name of a delivery: they are duplicates. */
  private static final String OTHER =
      """
      select other.delivery from run this join run other
        on other.tenant_id = this.tenant_id and other.source = this.source
        and other.content = this.content and other.state = 'done' and other.delivery <> this.delivery
      where this.run_id = ?
        and not exists (select 1 from run later where later.tenant_id = other.tenant_id
          and later.source = other.source and later.delivery = other.delivery
          and later.state = 'done' and later.run_id > other.run_id)
        and not exists (select 1 from activity_staging s join activity a
          on a.tenant_id = this.tenant_id and a.source = this.source
          and a.record_key = s.record_key and a.superseded_at is null
          where s.run_id = this.run_id)
      order by other.run_id limit 1""";

  private final JdbcTemplate jdbc;
  private final long runId;

  Content(JdbcTemplate jdbc, long runId) {
    this.jdbc = jdbc;
    this.runId = runId;
  }

  /** Writes down what the run has staged. */
  void remember() {
    jdbc.update(REMEMBER, runId, runId);
  }

  /** Another delivery of the source that has brought just this. */
  Optional<String> other() {
    return jdbc.queryForList(OTHER, String.class, runId).stream().findFirst();
  }
}
