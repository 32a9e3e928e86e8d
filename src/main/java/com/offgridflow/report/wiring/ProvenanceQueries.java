package com.offgridflow.report.wiring;

import com.offgridflow.report.Derivation.Evidence;
import com.offgridflow.report.FactorReference;
import com.offgridflow.report.SourceSummary;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What a report's emissions come from: deliveries, factors, and the objects they were read from.
 */
final class ProvenanceQueries {
  private static final int MOST_EVIDENCE = 100;

  private static final String SOURCES =
      """
      select source, sum(lines_read), sum(lines_usage), sum(lines_rejected) from (
        select distinct on (source, delivery) * from run
        where tenant_id = ? and state in ('done', 'failed')
        order by source, delivery, run_id desc) latest
      group by 1 order by 1""";

  private static final String CALCULATIONS = "select distinct calculation_id from report_scope";

  private static final String FACTORS =
      """
      select factor_id, publisher, edition, licence, note from factor where factor_id in (
        select distinct unnest(c.factor_ids) from calculation c where c.calculation_id = any(?))
      order by publisher, edition, factor_id""";

  private static final String EVIDENCE =
      """
      select evidence_object, evidence_digest, count(*), count(*) over ()
      from report_scope group by 1, 2 order by 3 desc, 1, 2 limit ?""";

  private ProvenanceQueries() {}

  static List<SourceSummary> sources(JdbcTemplate jdbc, String tenant) {
    return jdbc.query(
        SOURCES,
        (row, n) ->
            new SourceSummary(row.getString(1), row.getLong(2), row.getLong(3), row.getLong(4)),
        tenant);
  }

  /** Numbers of the calculations of what {@link ReportScope} holds. */
  static Long[] calculations(JdbcTemplate jdbc) {
    return jdbc.queryForList(CALCULATIONS, Long.class).toArray(Long[]::new);
  }

  /** What these calculations take. */
  static List<FactorReference> factors(JdbcTemplate jdbc, Long... calculations) {
    return jdbc.query(
        FACTORS,
        (row, n) ->
            new FactorReference(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5)),
        (Object) calculations);
  }

  /**
   * The objects behind most emissions.
   *
   * @param further how many objects the list leaves out
   */
  record EvidenceList(List<Evidence> most, long further) {}

  /** Of what {@link ReportScope} holds. */
  static EvidenceList evidence(JdbcTemplate jdbc) {
    long[] objects = {0};
    List<Evidence> most =
        jdbc.query(
            EVIDENCE,
            (row, n) -> {
              objects[0] = row.getLong(4);
              return new Evidence(row.getString(1), row.getString(2), row.getLong(3));
            },
            MOST_EVIDENCE);
    return new EvidenceList(most, objects[0] - most.size());
  }
}
