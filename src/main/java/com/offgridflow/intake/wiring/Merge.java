package com.offgridflow.intake.wiring;

import com.offgridflow.intake.Balance;
import com.offgridflow.intake.Closing;
import com.offgridflow.intake.Shrinkage;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/** Turns the staged records of a run into activities: new ones, newer versions, or nothing new. */
final class Merge {
  /**
   * What was staged a moment ago has no statistics yet, nor has a table that was empty until now;
   * the planner would take both for tiny and read them over and over. Read by their index records
   * come in the order of their keys, in which the index of activities grows fastest.
   */
  private static final String BY_INDEX =
      "set local enable_seqscan = off; set local enable_bitmapscan = off";

  private static final String SUPERSEDE =
      """
      update activity a set superseded_at = now(), superseded_by = s.run_id
      from activity_staging s
      where s.run_id = ? and a.tenant_id = ? and a.source = ? and a.record_key = s.record_key
        and a.superseded_at is null and a.content_digest <> s.content_digest""";

  private static final String HAS_ACTIVITIES =
      "select exists (select 1 from activity where tenant_id = ? and source = ?)";

  /**
   * What is not current now is new, or has just been superseded, or was withdrawn earlier. The
   * first delivery of a source has nothing to be compared with.
   */
  private static final String INSERT =
      """
      insert into activity (tenant_id, source, record_key, version, content_digest, kind, subject,
        quantity, unit, period_start, period_end, supplier, region, postcode, country, facility,
        account, service, cost, currency, run_id, evidence_object, evidence_digest, locator, lines,
        details)
      select s.tenant_id, ?, s.record_key, coalesce(last.version, 0) + 1, s.content_digest, s.kind,
        s.subject, s.quantity, s.unit, s.period_start, s.period_end, s.supplier, s.region,
        s.postcode, s.country, s.facility, s.account, s.service, s.cost, s.currency, s.run_id,
        s.evidence_object, s.evidence_digest, s.locator, s.lines, s.details
      from activity_staging s
      left join lateral (select a.version from activity a
        where ? and a.tenant_id = ? and a.source = ? and a.record_key = s.record_key
          and a.superseded_at is not null
        order by a.version desc limit 1) last on true
      left join lateral (select true as here from activity c
        where ? and c.tenant_id = ? and c.source = ? and c.record_key = s.record_key
          and c.superseded_at is null limit 1) current on true
      where s.run_id = ? and current.here is null
      order by s.record_key""";

  private static final String EARLIER =
      """
      select run_id from run
      where tenant_id = ? and source = ? and delivery = ? and state = 'done' and run_id <> ?""";
  private static final String WITHDRAW =
      """
      update activity a set superseded_at = now(), superseded_by = ?
      where a.superseded_at is null and a.run_id = any (?)
        and not exists (select 1 from activity_staging s
          where s.run_id = ? and s.record_key = a.record_key)""";
  private static final String FINISH =
      """
      update run set state = 'done', accepted = ?, duplicate = ?, superseding = ?,
        rejected = rejected + ?, lines_usage = lines_usage - ?, lines_rejected = lines_rejected + ?,
        withdrawn = ?, finished_at = now()
      where run_id = ?
      returning records_read, accepted, duplicate, superseding, rejected, withdrawn, lines_read,
        lines_usage, lines_not_usage, lines_rejected""";

  private final JdbcTemplate jdbc;
  private final String tenant;
  private final long runId;
  private final String source;
  private final String delivery;

  Merge(JdbcTemplate jdbc, String tenant, long runId) {
    this.jdbc = jdbc;
    this.tenant = tenant;
    this.runId = runId;
    this.source = ofRun("source");
    this.delivery = ofRun("delivery");
  }

  /** Takes in what is staged, however much less it is than before. */
  Balance merge() {
    return take(sortOut());
  }

  /**
   * Takes in what is staged, unless more than half of the delivery would be lost by it, or another
   * delivery has brought the same.
   */
  Closing mergeUnlessDoubtful() {
    SortedOut sorted = sortOut();
    Content content = new Content(jdbc, runId);
    content.remember();
    Hold hold = new Hold(jdbc, tenant, runId);
    List<Long> earlier = earlier();
    Optional<Closing.Held> held =
        earlier.isEmpty()
            ? content.other().filter(other -> !hold.confirmed()).map(hold::repeated)
            : shrunk(hold, hold.figures(earlier, sorted.whole()));
    return held.<Closing>map(h -> h).orElseGet(() -> new Closing.TakenIn(take(sorted)));
  }

  private static Optional<Closing.Held> shrunk(Hold hold, List<Shrinkage> figures) {
    boolean doubtful = figures.stream().anyMatch(Shrinkage::byMoreThanHalf) && !hold.confirmed();
    return doubtful ? Optional.of(hold.shrunk(figures)) : Optional.empty();
  }

  private SortedOut sortOut() {
    jdbc.execute(BY_INDEX);
    return SortedOut.of(jdbc, tenant, source, delivery, runId);
  }

  private Balance take(SortedOut sorted) {
    boolean known = jdbc.queryForObject(HAS_ACTIVITIES, Boolean.class, tenant, source);
    int superseding = known ? jdbc.update(SUPERSEDE, runId, tenant, source) : 0;
    int inserted = insert(known);
    int withdrawn = sorted.whole() ? withdraw() : 0;
    int staged = jdbc.update("delete from activity_staging where run_id = ?", runId);
    Balance balance =
        finish(
            inserted - superseding,
            staged - inserted + sorted.duplicates(),
            superseding,
            sorted.refused(),
            sorted.refusedLines(),
            withdrawn);
    balance.check();
    return balance;
  }

  private Balance finish(
      int accepted, int duplicate, int superseding, int conflicts, long lines, int withdrawn) {
    return jdbc.queryForObject(
        FINISH,
        (row, n) ->
            new Balance(
                row.getLong(1),
                row.getLong(2),
                row.getLong(3),
                row.getLong(4),
                row.getLong(5),
                row.getLong(6),
                row.getLong(7),
                row.getLong(8),
                row.getLong(9),
                row.getLong(10)),
        accepted,
        duplicate,
        superseding,
        conflicts,
        lines,
        lines,
        withdrawn,
        runId);
  }

  private int insert(boolean known) {
    return jdbc.update(INSERT, source, known, tenant, source, known, tenant, source, runId);
  }

  private List<Long> earlier() {
    return jdbc.queryForList(EARLIER, Long.class, tenant, source, delivery, runId);
  }

  private int withdraw() {
    List<Long> earlier = earlier();
    return earlier.isEmpty()
        ? 0
        : jdbc.update(WITHDRAW, runId, earlier.toArray(Long[]::new), runId);
  }

  private String ofRun(String column) {
    return jdbc.queryForMap("select source, delivery from run where run_id = ?", runId)
        .get(column)
        .toString();
  }
}
