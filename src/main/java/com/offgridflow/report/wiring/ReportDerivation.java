package com.offgridflow.report.wiring;

import com.offgridflow.report.ReportingPeriod;
import com.offgridflow.report.Stated;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** Freezes what a report was derived from. */
final class ReportDerivation {
  private static final String LINK =
      """
      insert into report_emission (tenant_id, report_id, emission_id, emission_digest, activity_digest)
      select e.tenant_id, ?, e.emission_id, %s, %s %s"""
          .formatted(CanonicalForm.EMISSION, CanonicalForm.ACTIVITY, EmissionsInForce.EMISSIONS);
  private static final String CALCULATIONS =
      """
      insert into report_part (tenant_id, report_id, kind, key, digest)
      select c.tenant_id, ?, 'calculation', c.calculation_id::text, %s
      from calculation c where c.calculation_id = any(?)"""
          .formatted(CanonicalForm.CALCULATION);
  private static final String FACTORS =
      """
      insert into report_part (tenant_id, report_id, kind, key, digest)
      select ?, ?, 'factor', f.tenant_id || '/' || f.factor_id, %s
      from factor f where f.factor_id in (
        select unnest(c.factor_ids) from calculation c join report_part p
          on p.report_id = ? and p.kind = 'calculation' and p.key = c.calculation_id::text)"""
          .formatted(CanonicalForm.FACTOR);

  private static final String STATEMENTS =
      """
      insert into report_part (tenant_id, report_id, kind, key, digest)
      select s.tenant_id, ?, 'statement', s.statement_id::text, %s
      from statement s where s.statement_id = any (?)"""
          .formatted(CanonicalForm.STATEMENT);

  /**
   * Of what the tables say now; in parts, so that no value outgrows what PostgreSQL can hold, and
   * no sort the memory it has.
   */
  private static final String DIGEST =
      """
      with part as (
        select number, (
          select sha256(string_agg(emission_digest || activity_digest, ''::bytea order by emission_id))
          from report_emission where report_id = ?
            and emission_id >= number * 65536 and emission_id < (number + 1) * 65536) as d
        from (
          select min(emission_id) / 65536 as first, max(emission_id) / 65536 as last
          from report_emission where report_id = ?) ends
        cross join lateral generate_series(first, last) number)
      select encode(sha256(
        coalesce((select sha256(string_agg(d, ''::bytea order by number)) from part), ''::bytea)
        || coalesce((select sha256(string_agg(digest, ''::bytea order by kind collate "C", key collate "C"))
          from report_part where report_id = ?), ''::bytea)), 'hex')""";

  private final JdbcTemplate jdbc;
  private final UUID report;

  ReportDerivation(JdbcTemplate jdbc, UUID report) {
    this.jdbc = jdbc;
    this.report = report;
  }

  /**
   * Links the emissions in force that belong to the period, and digests them.
   *
   * @return how many
   */
  int link(String tenant, ReportingPeriod period) {
    WholeTables.join(jdbc);
    return jdbc.update(LINK, report, tenant, period.start().toString(), period.end().toString());
  }

  /**
   * Remembers what these emissions share.
   *
   * @param calculations the numbers of their calculations
   */
  void share(String tenant, Long[] calculations) {
    jdbc.update(CALCULATIONS, report, calculations);
    jdbc.update(FACTORS, tenant, report, report);
  }

  /** Digests the statements that the report took figures and words from. */
  void state(List<Stated> stated) {
    Long[] ids = stated.stream().map(Stated::statement).distinct().toArray(Long[]::new);
    if (ids.length > 0) {
      jdbc.update(STATEMENTS, report, ids);
    }
  }

  /** The digest over all that was remembered at freezing. */
  String digest() {
    return jdbc.queryForObject(DIGEST, String.class, report, report, report);
  }
}
