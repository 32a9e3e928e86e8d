package com.offgridflow.restatement.wiring;

import com.offgridflow.database.wiring.ColumnBatch;
import com.offgridflow.report.Disclosure;
import com.offgridflow.report.Framework;
import com.offgridflow.report.Frameworks;
import com.offgridflow.report.ReportValue;
import com.offgridflow.report.ReportingPeriod;
import com.offgridflow.report.wiring.ReportQueries;
import com.offgridflow.restatement.Restatement;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What a restatement does to the data points of the tenant's frameworks: over its own period, and
 * over that of each frozen report it touches.
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
      select ?, ?, ?, ?::date, ?::date, v.* from unnest(?::int[], ?::text[], ?::text[], ?::text[],
        ?::numeric[], ?::numeric[]) v
      on conflict do nothing""";

  private record Scope(String framework, ReportingPeriod period) {}

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
    scopes.forEach(scope -> write(jdbc, tenant, restatement.id(), scope));
  }

  private static void write(JdbcTemplate jdbc, String tenant, long id, Scope scope) {
    Framework framework = Frameworks.load(scope.framework());
    Disclosure disclosure = new Disclosure(framework);
    ReportQueries queries = new ReportQueries(jdbc, tenant, scope.period());
    Map<String, ReportValue> before = byPoint(disclosure.values(queries.totals(), Locale.ENGLISH));
    Map<String, ReportValue> after =
        byPoint(disclosure.values(queries.totalsAfter(id), Locale.ENGLISH));
    ColumnBatch batch = new ColumnBatch(6);
    framework
        .dataPoints()
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

  private static void add(ColumnBatch batch, ReportValue before, ReportValue after) {
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

  private static Map<String, ReportValue> byPoint(List<ReportValue> values) {
    Map<String, ReportValue> byPoint = new LinkedHashMap<>();
    values.forEach(value -> byPoint.put(value.dataPoint(), value));
    return byPoint;
  }
}
