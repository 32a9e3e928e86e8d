package com.offgridflow.report.wiring;

import com.offgridflow.activity.Money;
import com.offgridflow.report.Coverage;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.springframework.jdbc.core.JdbcTemplate;

/** How much of what was paid for has an estimate, and what has none. */
final class CoverageQueries {
  private static final String DROP = "drop table if exists pg_temp.report_uncovered";

  /** Usage without an emission; hashing both sides once beats a look at each activity's index. */
  private static final String GATHER =
      """
      create temporary table report_uncovered on commit drop as
      select a.service, coalesce(nullif(a.subject, ''), a.kind) || ' (' || a.unit || ')' as usage,
        a.currency, sum(a.cost) as cost, count(*) as activities
      %s and not exists (select 1 from emission e where e.activity_id = a.activity_id and e.superseded_at is null)
      group by 1, 2, 3"""
          .formatted(EmissionsInForce.ACTIVITIES);

  private static final String COSTS =
      """
      select paid.currency, paid.cost, paid.cost - coalesce((
        select sum(u.cost) from report_uncovered u
        where u.currency is not distinct from paid.currency), 0)
      from (
        select a.currency, sum(a.cost) as cost %s and a.cost is not null group by 1) paid
      order by 1"""
          .formatted(EmissionsInForce.ACTIVITIES);

  /** Usage that came without a cost is listed in XXX, which is ISO 4217 for no currency. */
  private static final String UNCOVERED =
      """
      select service, usage, coalesce(cost, 0), coalesce(currency, 'XXX'), activities
      from report_uncovered order by 3 desc, 1, 2""";

  private CoverageQueries() {}

  /**
   * @param scope what {@link EmissionsInForce#ACTIVITIES} asks for
   */
  static Coverage of(JdbcTemplate jdbc, Object... scope) {
    jdbc.execute(DROP);
    jdbc.update(GATHER, scope);
    return new Coverage(
        jdbc.query(COSTS, (row, n) -> costShare(row), scope),
        jdbc.query(UNCOVERED, (row, n) -> uncovered(row)));
  }

  private static Coverage.CostShare costShare(ResultSet row) throws SQLException {
    String currency = row.getString(1);
    return new Coverage.CostShare(
        new Money(row.getBigDecimal(2), currency), new Money(row.getBigDecimal(3), currency));
  }

  private static Coverage.UncoveredUsage uncovered(ResultSet row) throws SQLException {
    return new Coverage.UncoveredUsage(
        row.getString(1),
        row.getString(2),
        new Money(row.getBigDecimal(3), row.getString(4)),
        row.getLong(5));
  }
}
