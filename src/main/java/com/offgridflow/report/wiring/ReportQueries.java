package com.offgridflow.report.wiring;

import com.offgridflow.activity.Money;
import com.offgridflow.factor.FactorLibrary;
import com.offgridflow.report.BreakdownRow;
import com.offgridflow.report.Coverage;
import com.offgridflow.report.EmissionTotal;
import com.offgridflow.report.FactorReference;
import com.offgridflow.report.GasTotal;
import com.offgridflow.report.Messages;
import com.offgridflow.report.MonthTotal;
import com.offgridflow.report.ReportBasis;
import com.offgridflow.report.ReportingPeriod;
import com.offgridflow.report.ScopeConfidence;
import com.offgridflow.report.SourceSummary;
import com.offgridflow.report.WithheldFigure;
import com.offgridflow.report.energy.EnergyBalance;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/**
 * What a report of a tenant and period is made from: the emissions in force whose own period begins
 * in it, at the site. Of an activity that was superseded, the emission stays in force until another
 * replaces it, so that no figure is ever missing in between. Of cloud use that is told twice, by
 * the provider and by the hub, one counts.
 */
public final class ReportQueries {
  /** Emissions in force that count, of the tenant and period: tenant, start, end. */
  static final String EMISSIONS =
      """
      from emission e join activity a using (activity_id)
      where e.tenant_id = ? and e.superseded_at is null and e.counted
        and e.activity_id not in (select r.activity_id from replaced_activity r)
        and coalesce(e.period_start, (a.period_start at time zone 'UTC')::date) >= ?::date
        and coalesce(e.period_start, (a.period_start at time zone 'UTC')::date) < ?::date""";

  /** The same as if a restatement were approved: tenant, restatement twice, start, end. */
  private static final String EMISSIONS_AFTER =
      """
      from emission e join activity a using (activity_id)
      where e.tenant_id = ? and e.counted
        and (e.restatement_id = ? or e.superseded_at is null and not exists (
          select 1 from restatement_line l
          where l.restatement_id = ? and l.old_emission_id = e.emission_id))
        and e.activity_id not in (select r.activity_id from replaced_activity r)
        and coalesce(e.period_start, (a.period_start at time zone 'UTC')::date) >= ?::date
        and coalesce(e.period_start, (a.period_start at time zone 'UTC')::date) < ?::date""";

  /** Current activities of the tenant that begin in the period: tenant, start, end. */
  private static final String ACTIVITIES =
      """
      from activity a where a.tenant_id = ? and a.superseded_at is null
        and (a.period_start at time zone coalesce(a.details->>'time_zone', 'UTC'))::date >= ?::date
        and (a.period_start at time zone coalesce(a.details->>'time_zone', 'UTC'))::date < ?::date""";

  private static final String TOTALS_AFTER =
      """
      select e.scope, e.method, e.category, e.component, sum(e.kg_co2e),
        coalesce(sum(e.kg_co2e) filter (where a.source = 'accrual'), 0), count(*)
      %s group by 1, 2, 3, 4 order by 1, 2, 3, 4"""
          .formatted(EMISSIONS_AFTER);
  private static final String TOTALS =
      """
      select scope, method, category, component, sum(kg_co2e),
        coalesce(sum(kg_co2e) filter (where accrued), 0), count(*)
      from report_scope group by 1, 2, 3, 4 order by 1, 2, 3, 4""";

  /** Energy behind the market-based figure, the provisional part, and what instruments cover. */
  private static final String MARKET =
      """
      select sum(energy_kwh), sum(energy_kwh) filter (where component = 'grid-average'),
        coalesce(sum(energy_kwh) filter (where component like 'instrument:%'), 0)
      from report_scope where method = 'market-based'""";

  private static final String WITHHELD =
      """
      select w.message, count(*) from market_withheld w
      join activity a on a.activity_id = w.activity_id and a.superseded_at is null
      where w.tenant_id = ? and w.day >= ?::date and w.day < ?::date
      group by 1 order by 2 desc, 1""";

  /** Scope 2 stands in it by location, so that no kWh is in it twice. */
  private static final String BREAKDOWN =
      """
      select scope, category, service, site, kind, sum(kg_co2e), accrued, count(distinct activity_id)
      from report_scope where method <> 'market-based'
      group by 1, 2, 3, 4, 5, 7 order by 6 desc, 3, 4, 5, 7""";

  private static final String MONTHS =
      """
      select to_char(date_trunc('month', day), 'YYYY-MM'), scope, method, sum(kg_co2e)
      from report_scope group by date_trunc('month', day), 2, 3 order by 1, 2, 3""";

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
          select calculation_id from report_scope))
      order by publisher, edition, factor_id""";

  /**
   * A report reads all of a period. Tables that were filled a moment ago have no statistics yet,
   * and the planner would take their rows one by one.
   */
  private static final String WHOLE_TABLES =
      "set local enable_nestloop = off; set local work_mem = '64MB'";

  private static final List<String> NOTES =
      List.of("period", "fuel", "electricity", "cloud", "gaps", "trace");

  private final JdbcTemplate jdbc;
  private final Object[] scope;
  private boolean filled;

  /** Queries within one transaction, where the one made last is the one to ask. */
  public ReportQueries(JdbcTemplate jdbc, String tenant, ReportingPeriod period) {
    jdbc.execute(WHOLE_TABLES);
    this.jdbc = jdbc;
    this.scope = new Object[] {tenant, period.start().toString(), period.end().toString()};
  }

  /** Sums of what is in force. */
  public List<EmissionTotal> totals() {
    fill();
    return jdbc.query(TOTALS, (row, n) -> total(row));
  }

  /** The same told apart by gas. */
  List<GasTotal> gases() {
    return GasQueries.of(jdbc, scope);
  }

  /**
   * Energy that was used.
   *
   * @param library heating values of fuels
   */
  EnergyBalance energy(FactorLibrary library) {
    return EnergyQueries.of(jdbc, library, scope);
  }

  /** Sums as they would be if a restatement that is proposed were approved. */
  public List<EmissionTotal> totalsAfter(long restatement) {
    return jdbc.query(
        TOTALS_AFTER,
        (row, n) -> total(row),
        scope[0],
        restatement,
        restatement,
        scope[1],
        scope[2]);
  }

  /**
   * @param language of the notes on methodology
   */
  ReportBasis basis(Locale language) {
    fill();
    Messages messages = Messages.in(language);
    Stream<String> notes = NOTES.stream().map(key -> messages.get("method." + key));
    List<ScopeConfidence> confidences = ConfidenceQuery.of(jdbc);
    List<String> confidence = ConfidenceQuery.total(confidences).notes(messages, language);
    List<String> all =
        Stream.of(notes, market(messages).stream(), confidence.stream())
            .flatMap(each -> each)
            .toList();
    return new ReportBasis(breakdown(), coverage(), sources(), factors(), all, List.of(), months())
        .trusted(confidences);
  }

  private void fill() {
    if (!filled) {
      ReportScope.fill(jdbc, scope);
      filled = true;
    }
  }

  /** What waits for a review, so that there is no figure yet. */
  List<WithheldFigure> withheld() {
    List<String> reasons = new ArrayList<>();
    long[] parts = {0};
    RowCallbackHandler each =
        row -> {
          reasons.add(row.getString(1));
          parts[0] += row.getLong(2);
        };
    jdbc.query(WITHHELD, each, scope);
    return reasons.isEmpty()
        ? List.of()
        : List.of(new WithheldFigure(2, "market-based", parts[0], reasons));
  }

  /** How the market-based figure came about, if there is one. */
  private List<String> market(Messages messages) {
    return jdbc.queryForObject(MARKET, (row, n) -> market(messages, row));
  }

  private static List<String> market(Messages messages, ResultSet row) throws SQLException {
    BigDecimal all = row.getBigDecimal(1);
    if (all == null) {
      return List.of();
    }
    BigDecimal provisional = row.getBigDecimal(2);
    List<String> notes = new ArrayList<>();
    notes.add(messages.get("method.market", row.getBigDecimal(3), all));
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
                row.getBoolean(7),
                row.getLong(8)));
  }

  private List<MonthTotal> months() {
    return jdbc.query(
        MONTHS,
        (row, n) ->
            new MonthTotal(
                YearMonth.parse(row.getString(1)),
                row.getInt(2),
                row.getString(3),
                row.getBigDecimal(4)));
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
                row.getString(5)));
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

  static Optional<Integer> category(ResultSet row, int column) throws SQLException {
    int category = row.getInt(column);
    return row.wasNull() ? Optional.empty() : Optional.of(category);
  }
}
