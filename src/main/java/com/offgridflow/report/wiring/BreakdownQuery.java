package com.offgridflow.report.wiring;

import com.offgridflow.report.BreakdownRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Emissions by where they come from, and how many activities each row stands for. */
final class BreakdownQuery {
  /**
   * Scope 2 stands in it by location, so that no kWh is in it twice. An activity counts once,
   * however many emissions it has; telling them apart by hash takes a quarter of the time of {@code
   * count(distinct)}, which sorts.
   */
  private static final String BREAKDOWN =
      """
      select scope, category, service, site, kind, sum(kg_co2e), accrued, sum(activities)
      from (
        select scope, category, service, site, kind, accrued, kg_co2e, 0 as activities
        from report_sum where method <> 'market-based'
        union all
        select scope, category, service, site, kind, accrued, 0, count(*)
        from (
          select distinct activity_id, scope, category, service, site, kind, accrued
          from report_scope where method <> 'market-based') once
        group by 1, 2, 3, 4, 5, 6) part
      group by 1, 2, 3, 4, 5, 7 order by 6 desc, 3, 4, 5, 7""";

  private BreakdownQuery() {}

  /** Of what {@link ReportScope} holds, the largest first. */
  static List<BreakdownRow> of(JdbcTemplate jdbc) {
    return jdbc.query(BREAKDOWN, (row, n) -> row(row));
  }

  private static BreakdownRow row(ResultSet row) throws SQLException {
    return new BreakdownRow(
        row.getInt(1),
        EmissionTotals.category(row, 2),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        row.getBigDecimal(6),
        row.getBoolean(7),
        row.getLong(8));
  }
}
