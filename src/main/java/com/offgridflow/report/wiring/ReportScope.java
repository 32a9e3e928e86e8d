package com.offgridflow.report.wiring;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The emissions of a report in tables of the transaction's own: {@code report_scope} has each of
 * them with what is asked of its activity, {@code report_sum} their sums. A year is joined once and
 * summed once, and nearly all that a report tells is read from its few hundred sums.
 */
final class ReportScope {
  /** Whichever ones an earlier period of the same transaction has left. */
  private static final String DROP =
      "drop table if exists pg_temp.report_scope, pg_temp.report_sum";

  private static final String EACH =
      """
      create temporary table report_scope on commit drop as
      select e.activity_id, e.scope, e.method, e.category, e.component, e.kg_co2e, e.kg_co2e_low,
        e.kg_co2e_high, e.data_quality, e.energy_kwh, e.kg_co2, e.kg_ch4, e.kg_n2o,
        e.kg_biogenic_co2, e.kg_other_gases, e.gwp_set, e.calculation_id,
        a.source = 'accrual' as accrued, a.service, coalesce(nullif(a.facility, ''), a.region) as site,
        a.kind, coalesce(e.period_start, (a.period_start at time zone 'UTC')::date) as day,
        a.evidence_object, a.evidence_digest
      %s"""
          .formatted(EmissionsInForce.EMISSIONS);

  /** Gases are untold where a figure above or below zero states CO2e alone. */
  private static final String SUMS =
      """
      create temporary table report_sum on commit drop as
      select scope, method, category, component, service, site, kind, accrued, gwp_set,
        date_trunc('month', day::timestamp) as month, sum(kg_co2e) as kg_co2e,
        sum(energy_kwh) as energy_kwh, count(energy_kwh) as with_energy, sum(kg_co2) as kg_co2,
        sum(kg_ch4) as kg_ch4, sum(kg_n2o) as kg_n2o, sum(kg_biogenic_co2) as kg_biogenic_co2,
        count(*) filter (where kg_co2e <> 0 and kg_co2 is null and kg_ch4 is null
          and kg_n2o is null and kg_other_gases is null) as untold,
        count(*) as emissions
      from report_scope group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10""";

  private ReportScope() {}

  /**
   * Fills the tables.
   *
   * @param scope what {@link EmissionsInForce#EMISSIONS} asks for
   */
  static void fill(JdbcTemplate jdbc, Object... scope) {
    jdbc.execute(DROP);
    jdbc.update(EACH, scope);
    jdbc.update(SUMS);
  }
}
