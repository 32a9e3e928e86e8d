package com.offgridflow.intake.wiring;

import com.offgridflow.calendar.Bill;
import com.offgridflow.calendar.Overlap;
import com.offgridflow.calendar.Overlaps;
import com.offgridflow.calendar.wiring.MeteredRow;
import com.offgridflow.intake.Rejection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/** Refuses staged bills of a meter that cover days for which another bill is there. */
final class OverlappingBills {
  private static final String STAGED =
      """
      select a.staging_id as id, '' as source, %s from activity_staging a
      where a.run_id = ? and a.kind in %s order by a.staging_id"""
          .formatted(MeteredRow.COLUMNS, MeteredRow.KINDS);

  /** An accrual is no bill: it goes when one comes. */
  private static final String STANDING =
      """
      select a.activity_id as id, a.source, %s from activity a
      where a.tenant_id = ? and a.superseded_at is null and a.kind in %s
        and a.account = any (?) and a.source <> 'accrual'"""
          .formatted(MeteredRow.COLUMNS, MeteredRow.KINDS);

  private static final String EARLIER_RUNS =
      "select run_id from run where tenant_id = ? and source = ? and delivery = ? and run_id <> ?";

  /** Of two deliveries with bills of one meter, the second must see what the first took in. */
  private static final String ONE_AT_A_TIME =
      "select pg_advisory_xact_lock(hashtextextended(?, 0))::text";

  private final JdbcTemplate jdbc;
  private final String tenant;
  private final String source;
  private final long runId;
  private final Set<Long> earlierRuns;

  OverlappingBills(JdbcTemplate jdbc, String tenant, String source, String delivery, long runId) {
    this.jdbc = jdbc;
    this.tenant = tenant;
    this.source = source;
    this.runId = runId;
    this.earlierRuns =
        Set.copyOf(jdbc.queryForList(EARLIER_RUNS, Long.class, tenant, source, delivery, runId));
  }

  /** A staged bill that cannot be taken in. */
  record Refused(Rejection rejection, long lines) {}

  /**
   * Takes what overlaps out of the staging table. What is refused leaves its earlier version in
   * force, and nothing is withdrawn then, so the others are looked at again with these in mind.
   *
   * @param whole whether bills that this delivery no longer has will be withdrawn
   */
  List<Refused> refuse(boolean whole) {
    Map<Bill, MeteredRow> arriving = byBill(read(STAGED, runId));
    if (arriving.isEmpty()) {
      return List.of();
    }
    jdbc.queryForList(ONE_AT_A_TIME, "bills of " + tenant);
    List<MeteredRow> standing = standing(arriving.values().stream().toList());
    List<Refused> refused = new ArrayList<>();
    List<Overlap> found = find(arriving, standing, whole);
    while (!found.isEmpty()) {
      for (Overlap overlap : found) {
        refused.add(refuse(overlap, arriving.remove(overlap.refused())));
      }
      found = find(arriving, standing, false);
    }
    return refused;
  }

  private List<Overlap> find(
      Map<Bill, MeteredRow> arriving, List<MeteredRow> standing, boolean whole) {
    Set<String> keys = new HashSet<>();
    arriving.keySet().forEach(bill -> keys.add(bill.recordKey()));
    List<Bill> staying =
        standing.stream()
            .filter(row -> !replaced(row, keys))
            .filter(row -> !whole || !earlierRuns.contains(row.run()))
            .map(MeteredRow::bill)
            .toList();
    Set<String> known = new HashSet<>();
    standing.stream().filter(this::own).forEach(row -> known.add(row.bill().recordKey()));
    List<Bill> knownFirst =
        arriving.entrySet().stream()
            .sorted(
                Comparator.comparing(
                        (Map.Entry<Bill, MeteredRow> e) -> !known.contains(e.getKey().recordKey()))
                    .thenComparing(e -> e.getValue().id()))
            .map(Map.Entry::getKey)
            .toList();
    return Overlaps.find(staying, knownFirst);
  }

  private boolean replaced(MeteredRow row, Set<String> keys) {
    return own(row) && keys.contains(row.bill().recordKey());
  }

  private boolean own(MeteredRow row) {
    return row.source().equals(source);
  }

  private Refused refuse(Overlap overlap, MeteredRow row) {
    jdbc.update(
        "delete from activity_staging where run_id = ? and staging_id = ?", runId, row.id());
    Bill bill = overlap.refused();
    Rejection rejection =
        new Rejection(
            bill.evidence().object(),
            bill.evidence().locator(),
            "period_start",
            bill.days().start().toString(),
            "OVERLAPPING_BILL",
            overlap.message(),
            overlap.mitigation());
    return new Refused(rejection, row.lines());
  }

  private List<MeteredRow> standing(List<MeteredRow> arriving) {
    String[] accounts =
        arriving.stream().map(MeteredRow::account).distinct().toArray(String[]::new);
    return read(STANDING, tenant, accounts);
  }

  private List<MeteredRow> read(String sql, Object... arguments) {
    return jdbc.query(sql, (row, n) -> MeteredRow.read(row), arguments).stream()
        .flatMap(Optional::stream)
        .toList();
  }

  private static Map<Bill, MeteredRow> byBill(List<MeteredRow> rows) {
    Map<Bill, MeteredRow> byBill = new HashMap<>();
    rows.forEach(row -> byBill.put(row.bill(), row));
    return byBill;
  }
}
