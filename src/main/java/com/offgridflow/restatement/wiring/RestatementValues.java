package com.offgridflow.restatement.wiring;

import com.offgridflow.database.wiring.RowBatch;
import com.offgridflow.report.Disclosure;
import com.offgridflow.report.Framework;
import com.offgridflow.report.Frameworks;
import com.offgridflow.report.Inventory;
import com.offgridflow.report.Measure;
import com.offgridflow.report.ReportValue;
import com.offgridflow.report.ReportingPeriod;
import com.offgridflow.report.wiring.Inventories;
import com.offgridflow.report.wiring.ReportQueries;
import com.offgridflow.restatement.Restatement;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What a restatement does to the data points of the tenant's frameworks: over its own period, and
 * over that of each frozen report it touches. What comes after is computed with the restatement in
 * force, which is taken back at once: emissions, energy, totals and intensities are those that an
 * approval would give.
 */
@ApplicationScoped
public class RestatementValues {
  private static final String SCOPES =
      """
      select framework, period_start, period_end from report
      where period_start < ?::date and period_end > ?::date
      union
      select framework, ?::date, ?::date from report_plan
      order by 1, 2, 3""";
  private static final String INSERT =
      """
      insert into restatement_value (tenant_id, restatement_id, framework, period_start, period_end,
        position, data_point, label, unit, value_before, value_after)
      select ?, ?, ?, ?::date, ?::date, v.* from {rows} v
      on conflict do nothing""";

  private record Scope(String framework, ReportingPeriod period) {}

  private final Inventories inventories;

  RestatementValues(Inventories inventories) {
    this.inventories = inventories;
  }

  void write(JdbcTemplate jdbc, String tenant, Restatement restatement) {
    String start = restatement.start().toString();
    String end = restatement.end().toString();
    List<Scope> scopes =
        jdbc.query(
            SCOPES,
            (row, n) ->
                new Scope(
                    row.getString(1),
                    new ReportingPeriod(
                        row.getDate(2).toLocalDate(), row.getDate(3).toLocalDate())),
            end,
            start,
            start,
            end);
    Map<Scope, Map<String, ReportValue>> before = values(jdbc, tenant, scopes);
    jdbc.execute("savepoint preview");
    Decisions.putInForce(jdbc, restatement.id());
    Map<Scope, Map<String, ReportValue>> after = values(jdbc, tenant, scopes);
    jdbc.execute("rollback to savepoint preview");
    scopes.forEach(
        scope -> write(jdbc, tenant, restatement.id(), scope, before.get(scope), after.get(scope)));
  }

  private Map<Scope, Map<String, ReportValue>> values(
      JdbcTemplate jdbc, String tenant, List<Scope> scopes) {
    Map<Scope, Map<String, ReportValue>> all = new LinkedHashMap<>();
    scopes.forEach(scope -> all.put(scope, values(jdbc, tenant, scope)));
    return all;
  }

  private Map<String, ReportValue> values(JdbcTemplate jdbc, String tenant, Scope scope) {
    Framework framework = Frameworks.load(scope.framework());
    ReportQueries queries = new ReportQueries(jdbc, tenant, scope.period());
    Inventory inventory = inventories.of(jdbc, tenant, framework, queries);
    return new Disclosure(framework)
        .values(inventory, scope.period(), Locale.ENGLISH).stream()
            .collect(Collectors.toMap(ReportValue::dataPoint, Function.identity()));
  }

  /** What is stated alone is as it was stated, whatever is restated. */
  private static void write(
      JdbcTemplate jdbc,
      String tenant,
      long id,
      Scope scope,
      Map<String, ReportValue> before,
      Map<String, ReportValue> after) {
    Framework framework = Frameworks.load(scope.framework());
    RowBatch batch = new RowBatch("int, text, text, text, numeric, numeric");
    framework.dataPoints().stream()
        .filter(point -> !(point.measure() instanceof Measure.StatedFigure))
        .forEach(point -> add(batch, before.get(point.id()), after.get(point.id())));
    batch.update(
        jdbc,
        INSERT,
        tenant,
        id,
        framework.id(),
        scope.period().start().toString(),
        scope.period().end().toString());
  }

  private static void add(RowBatch batch, ReportValue before, ReportValue after) {
    ReportValue any = before == null ? after : before;
    if (any != null) {
      batch.add(
          batch.size(),
          any.dataPoint(),
          any.label(),
          any.unit(),
          before == null ? null : before.exact().toPlainString(),
          after == null ? null : after.exact().toPlainString());
    }
  }
}
