package com.offgridflow.report.wiring;

import com.offgridflow.failure.UnrecoverableException;
import com.offgridflow.report.Report;
import com.offgridflow.report.ReportJson;
import com.offgridflow.report.ReportRequest;
import com.offgridflow.report.ReportingPeriod;
import com.offgridflow.report.Restated;
import com.offgridflow.tenant.wiring.TenantDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** The table {@code report}. */
@ApplicationScoped
public class ReportStore {
  private static final String INSERT =
      """
      insert into report (report_id, tenant_id, plan_id, framework, period_start, period_end, digest,
        content, frozen_at)
      values (?, ?, ?, ?, ?::date, ?::date, ?, ?, ?)""";
  private static final String RESTATED =
      """
      select r.restatement_id, r.decided_by, r.decided_at, r.decision_reason, p.content
      from restatement r cross join lateral (
        select content from report where framework = ? and period_start = ?::date
          and period_end = ?::date and frozen_at < r.decided_at
        order by frozen_at desc limit 1) p
      where r.state = 'approved' and exists (
        select 1 from restatement_line l where l.restatement_id = r.restatement_id
          and l.day >= ?::date and l.day < ?::date)
      order by r.decided_at, r.restatement_id""";

  private final TenantDatabase database;

  ReportStore(TenantDatabase database) {
    this.database = database;
  }

  /** The frozen report, which proves by its digest that it is what was frozen. */
  public Report load(String tenant, String id) {
    List<String> found =
        database.inTenant(
            tenant,
            jdbc ->
                jdbc.queryForList(
                    "select content from report where report_id = ?::uuid", String.class, id));
    if (found.isEmpty()) {
      throw new UnrecoverableException("tenant " + tenant + " has no report " + id);
    }
    return ReportJson.read(found.get(0));
  }

  /** What was restated since an earlier report by the framework on the period, oldest first. */
  List<Restated> restated(JdbcTemplate jdbc, String framework, ReportingPeriod period) {
    String start = period.start().toString();
    String end = period.end().toString();
    return jdbc.query(RESTATED, (row, n) -> restated(row), framework, start, end, start, end);
  }

  private static Restated restated(ResultSet row) throws SQLException {
    Report before = ReportJson.read(row.getString("content"));
    Map<String, BigDecimal> previous = new HashMap<>();
    before.values().forEach(value -> previous.put(value.dataPoint(), value.published()));
    return new Restated(
        row.getLong("restatement_id"),
        row.getString("decided_by"),
        row.getTimestamp("decided_at").toInstant().truncatedTo(ChronoUnit.SECONDS),
        row.getString("decision_reason"),
        before.request().id(),
        previous);
  }

  boolean exists(JdbcTemplate jdbc, UUID id) {
    return !jdbc.queryForList("select 1 from report where report_id = ?", id).isEmpty();
  }

  /** Writes the report. */
  int insert(JdbcTemplate jdbc, String planId, Report report) {
    ReportRequest request = report.request();
    return jdbc.update(
        INSERT,
        UUID.fromString(request.id()),
        request.tenant(),
        planId,
        report.framework().id(),
        request.period().start().toString(),
        request.period().end().toString(),
        report.digest(),
        ReportJson.write(report),
        Timestamp.from(request.frozenAt()));
  }
}
