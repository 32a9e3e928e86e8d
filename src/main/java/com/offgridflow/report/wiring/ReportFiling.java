package com.offgridflow.report.wiring;

import com.offgridflow.problem.Problem;
import com.offgridflow.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** Marks frozen reports as filed. */
@ApplicationScoped
public class ReportFiling {
  /** Whoever puts emissions in force holds this row too, so that none slips in unseen. */
  private static final String LOCK = "select 1 from tenant where tenant_id = ? for update";

  private static final String FIND =
      """
      select report_id as id, period_start::text, period_end::text, filed_at, filed_by from report
      where report_id = ?""";
  private static final String FILE =
      "update report set filed_at = now(), filed_by = ? where report_id = ? and filed_at is null";

  /** Emissions that the report has and that are no longer in force, or the other way round. */
  private static final String MOVED =
      """
      select count(*) from (select e.emission_id %s) present
      full join (select emission_id from report_emission where report_id = ?) frozen
        on frozen.emission_id = present.emission_id
      where present.emission_id is null or frozen.emission_id is null"""
          .formatted(EmissionsInForce.EMISSIONS);

  /**
   * Files a report; filing it again changes nothing.
   *
   * @return id, period, filed_at, filed_by
   * @throws ProblemException when there is none, or the figures have moved since it was frozen
   */
  Map<String, Object> file(JdbcTemplate jdbc, String tenant, UUID id, String by) {
    jdbc.queryForList(LOCK, tenant);
    Map<String, Object> report = find(jdbc, id);
    if (report.get("filed_at") == null) {
      requireUnmoved(jdbc, tenant, id, report);
      jdbc.update(FILE, by, id);
    }
    return find(jdbc, id);
  }

  private static Map<String, Object> find(JdbcTemplate jdbc, UUID id) {
    List<Map<String, Object>> found = jdbc.queryForList(FIND, id);
    if (found.isEmpty()) {
      throw new ProblemException(Problem.notFound("there is no report " + id));
    }
    return found.get(0);
  }

  private static void requireUnmoved(
      JdbcTemplate jdbc, String tenant, UUID id, Map<String, Object> report) {
    long moved =
        jdbc.queryForObject(
            MOVED, Long.class, tenant, report.get("period_start"), report.get("period_end"), id);
    if (moved > 0) {
      throw new ProblemException(
          Problem.conflict(
              "report %s cannot be filed: %d emissions of its period have come or gone since it was frozen; freeze a new report and file that"
                  .formatted(id, moved)));
    }
  }
}
