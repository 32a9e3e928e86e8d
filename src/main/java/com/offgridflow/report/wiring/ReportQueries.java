package com.offgridflow.report.wiring;

import com.offgridflow.activity.Money;
import com.offgridflow.emission.scope2.EnergyComponents;
import com.offgridflow.report.BreakdownRow;
import com.offgridflow.report.Coverage;
import com.offgridflow.report.EmissionTotal;
import com.offgridflow.report.FactorReference;
import com.offgridflow.report.Messages;
import com.offgridflow.report.ReportBasis;
import com.offgridflow.report.ReportingPeriod;
import com.offgridflow.report.SourceSummary;
import com.offgridflow.report.WithheldFigure;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

  /** Energy behind the market-based figure, and the part of it that is provisional. */
  private static final String MARKET =
      """
      select sum(e.energy_kwh), sum(e.energy_kwh) filter (where e.component = ?),
        sum(e.energy_kwh) filter (where e.component like 'instrument:%%')
      from emission e where e.superseded_at is null and e.method = 'market-based'
        and e.activity_id in (select a.activity_id %s)"""
          .formatted(ACTIVITIES);

  /** A gap's message ends with the row that it is about, which is cut off to count alike ones. */
  private static final String WITHHELD =
      """
      select regexp_replace(g.message, '^market-based: (.*) \\([^(]*\\)$', '\\1'), count(*)
      from estimate_gap g where g.code = 'WITHHELD' and g.message like 'market-based: %%'
        and g.activity_id in (select a.activity_id %s)
      group by 1 order by 2 desc, 1"""
          .formatted(ACTIVITIES);

  /** Scope 2 stands in it by location, so that no kWh is in it twice. */
  private static final String BREAKDOWN =
      """
      select e.scope, e.category, a.service, coalesce(nullif(a.facility, ''), a.region), a.kind,
        sum(e.kg_co2e), count(distinct a.activity_id)
      from (select * %s) a join emission e using (activity_id)
      where e.superseded_at is null and e.counted and e.method <> 'market-based'
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
    Stream<String> notes = NOTES.stream().map(key -> messages.get("method." + key));
    List<String> all = Stream.concat(notes, market(messages).stream()).toList();
    return new ReportBasis(breakdown(), coverage(), sources(), factors(), all);
  }

  /** What waits for a review, so that there is no figure yet. */
  List<WithheldFigure> withheld() {
    Map<String, Long> reasons = new LinkedHashMap<>();
    jdbc.query(
        WITHHELD,
        row -> {
          reasons.put(row.getString(1), row.getLong(2));
        },
        scope);
    long activities = reasons.values().stream().mapToLong(Long::longValue).sum();
    return reasons.isEmpty()
        ? List.of()
        : List.of(new WithheldFigure(2, "market-based", activities, List.copyOf(reasons.keySet())));
  }

  /** How the market-based figure came about, if there is one. */
  private List<String> market(Messages messages) {
    Object[] parameters = {EnergyComponents.GRID_AVERAGE, scope[0], scope[1], scope[2]};
    return jdbc.queryForObject(MARKET, (row, n) -> market(messages, row), parameters);
  }

  private static List<String> market(Messages messages, ResultSet row) throws SQLException {
    BigDecimal all = row.getBigDecimal(1);
    if (all == null) {
      return List.of();
    }
    BigDecimal provisional = row.getBigDecimal(2);
    BigDecimal covered = row.getBigDecimal(3);
    List<String> notes = new ArrayList<>();
    notes.add(messages.get("method.market", covered == null ? BigDecimal.ZERO : covered, all));
    if (provisional != null) {
      notes.add(messages.get("method.provisional", provisional, all));
    }
    return notes;
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
