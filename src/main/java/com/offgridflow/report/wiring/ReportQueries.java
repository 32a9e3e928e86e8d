package com.offgridflow.report.wiring;

import com.offgridflow.activity.Money;
import com.offgridflow.report.BreakdownRow;
import com.offgridflow.report.Coverage;
import com.offgridflow.report.EmissionTotal;
import com.offgridflow.report.FactorReference;
import com.offgridflow.report.Messages;
import com.offgridflow.report.ReportBasis;
import com.offgridflow.report.ReportingPeriod;
import com.offgridflow.report.SourceSummary;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What a report of a tenant and period is made from. An activity belongs to the period in which it
 * begins (UTC); only current activities count.
 */
final class ReportQueries {
  /** Current activities of the tenant that begin in the period: tenant, start, end. */
  static final String ACTIVITIES =
      """
      from activity a where a.tenant_id = ? and a.superseded_at is null
        and a.period_start >= (?::date)::timestamp at time zone 'UTC'
        and a.period_start < (?::date)::timestamp at time zone 'UTC'""";

  private static final String TOTALS =
      """
      select e.scope, e.method, e.category, e.component, sum(e.kg_co2e), count(*)
      from emission e where e.superseded_at is null and e.counted
        and e.activity_id in (select a.activity_id %s)
      group by 1, 2, 3, 4 order by 1, 2, 3, 4"""
          .formatted(ACTIVITIES);
  private static final String BREAKDOWN =
      """
      select e.scope, e.category, a.service, coalesce(nullif(a.facility, ''), a.region), a.kind,
        sum(e.kg_co2e), count(distinct a.activity_id)
      from (select * %s) a join emission e using (activity_id)
      where e.superseded_at is null and e.counted
      group by 1, 2, 3, 4, 5 order by 6 desc, 3, 4, 5"""
          .formatted(ACTIVITIES);
  private static final String COSTS =
      """
      select a.currency, sum(a.cost), coalesce(sum(a.cost) filter (where exists (
        select 1 from emission e where e.activity_id = a.activity_id and e.superseded_at is null)), 0)
      %s and a.cost is not null group by 1 order by 1"""
          .formatted(ACTIVITIES);

  /** Usage that came without a cost is listed in XXX, which is ISO 4217 for no currency. */
  private static final String UNCOVERED =
      """
      select a.service, coalesce(nullif(a.subject, ''), a.kind) || ' (' || a.unit || ')',
        coalesce(sum(a.cost), 0), coalesce(a.currency, 'XXX'), count(*)
      %s and not exists (select 1 from emission e where e.activity_id = a.activity_id and e.superseded_at is null)
      group by 1, 2, 4 order by 3 desc, 1, 2"""
          .formatted(ACTIVITIES);

  private static final String SOURCES =
      """
      select source, sum(lines_read), sum(lines_usage), sum(lines_rejected) from (
        select distinct on (source, delivery) * from run
        where tenant_id = ? and state in ('done', 'failed')
        order by source, delivery, run_id desc) latest
      group by 1 order by 1""";
  private static final String FACTORS =
      """
      select factor_id, publisher, edition, licence, note from factor where factor_id in (
        select distinct unnest(c.factor_ids) from calculation c where c.calculation_id in (
          select e.calculation_id from emission e where e.superseded_at is null and e.counted
            and e.activity_id in (select a.activity_id %s)))
      order by publisher, edition, factor_id"""
          .formatted(ACTIVITIES);

  private static final List<String> NOTES =
      List.of("period", "fuel", "electricity", "cloud", "gaps", "trace");

  private final JdbcTemplate jdbc;
  private final Object[] scope;

  ReportQueries(JdbcTemplate jdbc, String tenant, ReportingPeriod period) {
    this.jdbc = jdbc;
    this.scope = new Object[] {tenant, period.start().toString(), period.end().toString()};
  }

  List<EmissionTotal> totals() {
    return jdbc.query(
        TOTALS,
        (row, n) ->
            new EmissionTotal(
                row.getInt(1),
                row.getString(2),
                category(row, 3),
                row.getString(4),
                row.getBigDecimal(5),
                row.getLong(6)),
        scope);
  }

  /**
   * @param language of the notes on methodology
   */
  ReportBasis basis(Locale language) {
    Messages messages = Messages.in(language);
    List<String> notes =
        Stream.concat(
                NOTES.stream().map(key -> messages.get("method." + key)),
                ConfidenceQuery.of(jdbc, scope).notes(messages, language).stream())
            .toList();
    return new ReportBasis(breakdown(), coverage(), sources(), factors(), notes);
  }

  Coverage coverage() {
    return new Coverage(
        jdbc.query(COSTS, (row, n) -> costShare(row), scope),
        jdbc.query(UNCOVERED, (row, n) -> uncovered(row), scope));
  }

  private List<BreakdownRow> breakdown() {
    return jdbc.query(
        BREAKDOWN,
        (row, n) ->
            new BreakdownRow(
                row.getInt(1),
                category(row, 2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getBigDecimal(6),
                row.getLong(7)),
        scope);
  }

  List<SourceSummary> sources() {
    return jdbc.query(
        SOURCES,
        (row, n) ->
            new SourceSummary(row.getString(1), row.getLong(2), row.getLong(3), row.getLong(4)),
        scope[0]);
  }

  private List<FactorReference> factors() {
    return jdbc.query(
        FACTORS,
        (row, n) ->
            new FactorReference(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5)),
        scope);
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

  private static Optional<Integer> category(ResultSet row, int column) throws SQLException {
    int category = row.getInt(column);
    return row.wasNull() ? Optional.empty() : Optional.of(category);
  }
}
