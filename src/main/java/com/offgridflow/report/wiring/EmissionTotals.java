package com.offgridflow.report.wiring;

import com.offgridflow.report.EmissionTotal;
import com.offgridflow.report.MonthTotal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/** Sums of emissions, in kg CO2e. */
final class EmissionTotals {
  private static final String IN_FORCE =
      """
      select scope, method, category, component, sum(kg_co2e),
        coalesce(sum(kg_co2e) filter (where accrued), 0), sum(emissions)
      from report_sum group by 1, 2, 3, 4 order by 1, 2, 3, 4""";

  private static final String MONTHS =
      """
      select to_char(month, 'YYYY-MM'), scope, method, sum(kg_co2e)
      from report_sum group by 1, 2, 3 order by 1, 2, 3""";

  private EmissionTotals() {}

  /** Of what {@link ReportScope} holds. */
  static List<EmissionTotal> inForce(JdbcTemplate jdbc) {
    return jdbc.query(IN_FORCE, (row, n) -> total(row));
  }

  /** Of each month, of what {@link ReportScope} holds. */
  static List<MonthTotal> months(JdbcTemplate jdbc) {
    return jdbc.query(
        MONTHS,
        (row, n) ->
            new MonthTotal(
                YearMonth.parse(row.getString(1)),
                row.getInt(2),
                row.getString(3),
                row.getBigDecimal(4)));
  }

  private static EmissionTotal total(ResultSet row) throws SQLException {
    return new EmissionTotal(
        row.getInt(1),
        row.getString(2),
        category(row, 3),
        row.getString(4),
        row.getBigDecimal(5),
        row.getBigDecimal(6),
        row.getLong(7));
  }

  /** The Scope 3 category in that column; none in Scopes 1 and 2. */
  static Optional<Integer> category(ResultSet row, int column) throws SQLException {
    int category = row.getInt(column);
    return row.wasNull() ? Optional.empty() : Optional.of(category);
  }
}
