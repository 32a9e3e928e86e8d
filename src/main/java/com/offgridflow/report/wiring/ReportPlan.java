package com.offgridflow.report.wiring;

import com.offgridflow.failure.UnrecoverableException;
import com.offgridflow.report.Lei;
import com.offgridflow.report.ReportingEntity;
import com.offgridflow.report.ReportingPeriod;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.JdbcTemplate;

/** A row of {@code report_plan} with the tenant it reports for. */
record ReportPlan(
    String tenant,
    String id,
    String framework,
    ReportingEntity entity,
    ReportingPeriod period,
    Locale language) {
  private static final String FIND =
      """
      select p.plan_id, p.framework, p.period_start, p.period_end, p.language, t.name,
        coalesce(t.lei, '') as lei, coalesce(t.country, '') as country
      from report_plan p join tenant t using (tenant_id)
      where p.tenant_id = ? and p.plan_id = ?""";

  static ReportPlan find(JdbcTemplate jdbc, String tenant, String id) {
    List<ReportPlan> found = jdbc.query(FIND, (row, n) -> read(tenant, row), tenant, id);
    if (found.isEmpty()) {
      throw new UnrecoverableException("tenant " + tenant + " has no report plan '" + id + "'");
    }
    return found.get(0);
  }

  private static ReportPlan read(String tenant, ResultSet row) throws SQLException {
    return new ReportPlan(
        tenant,
        row.getString("plan_id"),
        row.getString("framework"),
        entity(tenant, row),
        new ReportingPeriod(
            row.getObject("period_start", Date.class).toLocalDate(),
            row.getObject("period_end", Date.class).toLocalDate()),
        Locale.forLanguageTag(row.getString("language")));
  }

  private static ReportingEntity entity(String tenant, ResultSet row) throws SQLException {
    try {
      return new ReportingEntity(
          row.getString("name"), new Lei(row.getString("lei")), row.getString("country"));
    } catch (IllegalArgumentException e) {
      throw new UnrecoverableException(
          "tenant " + tenant + " cannot report yet: " + e.getMessage(), e);
    }
  }
}
