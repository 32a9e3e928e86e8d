package com.offgridflow.calendar.wiring;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import com.offgridflow.calendar.Meter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/** The bills of meters in the table {@code activity}. */
final class MeterBills {
  private static final String TOUCHED =
      """
      select a.activity_id as id, a.source, %1$s
      from run r join activity a on a.run_id = r.run_id and a.kind in %2$s
      where r.tenant_id = ? and r.state = 'done' and r.estimated_at is null
        and r.source <> 'accrual'
      union all
      select a.activity_id as id, a.source, %1$s
      from run r join activity a on a.superseded_by = r.run_id and a.kind in %2$s
      where r.tenant_id = ? and r.state = 'done' and r.estimated_at is null
        and r.source <> 'accrual'"""
          .formatted(MeteredRow.COLUMNS, MeteredRow.KINDS);
  private static final String CURRENT =
      """
      select a.activity_id as id, a.source, %s from activity a
      where a.tenant_id = ? and a.superseded_at is null and a.kind in %s
        and a.account = any (?) and a.source <> 'accrual'"""
          .formatted(MeteredRow.COLUMNS, MeteredRow.KINDS);
  private static final String ACCRUED =
      """
      select distinct r.delivery from run r join activity a using (run_id)
      where r.tenant_id = ? and r.source = 'accrual' and a.superseded_at is null""";

  private MeterBills() {}

  /**
   * All current bills of each meter that has bills which no estimate has seen, or has lost one, and
   * of further ones.
   */
  static Map<Meter, List<MeteredRow>> touched(
      JdbcTemplate jdbc, String tenant, List<LastBill> further) {
    Set<MeteredRow> rows = read(jdbc, TOUCHED, tenant, tenant);
    Set<Meter> meters = rows.stream().map(row -> row.bill().meter()).collect(Collectors.toSet());
    further.forEach(bill -> meters.add(bill.meter()));
    Stream<String> others = further.stream().map(LastBill::account);
    String[] accounts =
        Stream.concat(rows.stream().map(MeteredRow::account), others)
            .distinct()
            .toArray(String[]::new);
    Map<Meter, List<MeteredRow>> bills = new HashMap<>();
    meters.forEach(meter -> bills.put(meter, List.of()));
    if (!meters.isEmpty()) {
      bills.putAll(
          read(jdbc, CURRENT, tenant, accounts).stream()
              .filter(row -> meters.contains(row.bill().meter()))
              .collect(groupingBy(row -> row.bill().meter(), toList())));
    }
    return bills;
  }

  /** Names of the meters that have accruals. */
  static Set<String> accrued(JdbcTemplate jdbc, String tenant) {
    return Set.copyOf(jdbc.queryForList(ACCRUED, String.class, tenant));
  }

  private static Set<MeteredRow> read(JdbcTemplate jdbc, String sql, Object... arguments) {
    List<Optional<MeteredRow>> rows = jdbc.query(sql, (row, n) -> MeteredRow.read(row), arguments);
    return rows.stream().flatMap(Optional::stream).collect(Collectors.toCollection(HashSet::new));
  }
}
