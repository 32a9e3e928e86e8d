package com.offgridflow.report.wiring;

import com.offgridflow.failure.UnrecoverableException;
import com.offgridflow.report.Framework;
import com.offgridflow.report.Report;
import com.offgridflow.report.ReportJson;
import com.offgridflow.report.ReportRequest;
import com.offgridflow.tenant.wiring.TenantDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Timestamp;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** The tables {@code report} and {@code report_emission}. */
@ApplicationScoped
public class ReportStore {
  private static final String INSERT =
      """
      insert into report (report_id, tenant_id, plan_id, framework, period_start, period_end, digest,
        content, frozen_at)
      values (?, ?, ?, ?, ?::date, ?::date, ?, ?, ?)""";
  private static final String LINK =
      """
      insert into report_emission (tenant_id, report_id, emission_id)
      select e.tenant_id, ?, e.emission_id from emission e
      where %s and e.activity_id in (select a.activity_id %s)"""
          .formatted(ReportQueries.COUNTED, ReportQueries.ACTIVITIES);

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

  boolean exists(JdbcTemplate jdbc, UUID id) {
    return !jdbc.queryForList("select 1 from report where report_id = ?", id).isEmpty();
  }

  /** Writes the report and the emissions that it was made from. */
  int insert(JdbcTemplate jdbc, String planId, Framework framework, Report report) {
    ReportRequest request = report.request();
    UUID id = UUID.fromString(request.id());
    String start = request.period().start().toString();
    String end = request.period().end().toString();
    jdbc.update(
        INSERT,
        id,
        request.tenant(),
        planId,
        framework.id(),
        start,
        end,
        report.digest(),
        ReportJson.write(report),
        Timestamp.from(request.frozenAt()));
    return jdbc.update(LINK, id, request.tenant(), start, end);
  }
}
