package com.offgridflow.report.wiring;

import com.offgridflow.report.Comparison.Role;
import com.offgridflow.report.DataPoint;
import com.offgridflow.report.Framework;
import com.offgridflow.report.PastFigure;
import com.offgridflow.report.Report;
import com.offgridflow.report.ReportJson;
import com.offgridflow.report.ReportValue;
import com.offgridflow.report.ReportingPeriod;
import com.offgridflow.report.statement.StatedUnit;
import com.offgridflow.report.statement.Statement;
import com.offgridflow.report.statement.Statements;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What data points had in the previous year and in the base year: as the tenant's newest report by
 * the framework on that period published them, or as a restatement that was approved since then
 * says; what no report has, as the tenant states it.
 */
final class PastFigures {
  /** Key of the statement that names the base year. */
  static final String BASE_YEAR = "base-year";

  private static final String REPORT =
      """
      select content from report
      where tenant_id = ? and framework = ? and period_start = ?::date and period_end = ?::date
      order by frozen_at desc, report_id limit 1""";

  private static final String RESTATED =
      """
      select distinct on (v.data_point) v.data_point, v.value_after, r.restatement_id
      from restatement_value v join restatement r using (restatement_id)
      where v.tenant_id = ? and v.framework = ? and v.period_start = ?::date
        and v.period_end = ?::date and r.state = 'approved' and r.decided_at > ?
      order by v.data_point, r.decided_at desc""";

  private record Restated(BigDecimal exact, long restatement) {}

  private final JdbcTemplate jdbc;
  private final String tenant;
  private final Framework framework;
  private final Statements statements;

  PastFigures(JdbcTemplate jdbc, String tenant, Framework framework, Statements statements) {
    this.jdbc = jdbc;
    this.tenant = tenant;
    this.framework = framework;
    this.statements = statements;
  }

  /** Of the base year that is stated for the period, if one is, and of the year before. */
  List<PastFigure> before(ReportingPeriod period) {
    List<PastFigure> all = new ArrayList<>();
    baseYear(period).ifPresent(base -> all.addAll(of(Role.BASE_YEAR, base)));
    all.addAll(of(Role.PREVIOUS_YEAR, period.minusYears(1)));
    return all;
  }

  private Optional<ReportingPeriod> baseYear(ReportingPeriod period) {
    return statements
        .words(BASE_YEAR, period, Locale.ENGLISH)
        .filter(statement -> statement.text().matches("[0-9]{4}"))
        .map(statement -> period.inYear(Integer.parseInt(statement.text())))
        .filter(base -> base.start().isBefore(period.start()));
  }

  private List<PastFigure> of(Role role, ReportingPeriod period) {
    Map<String, PastFigure> published = published(role, period);
    return framework.dataPoints().stream()
        .filter(point -> !point.words())
        .flatMap(
            point ->
                Optional.ofNullable(published.get(point.id()))
                    .or(() -> stated(point, role, period))
                    .stream())
        .toList();
  }

  private Map<String, PastFigure> published(Role role, ReportingPeriod period) {
    Object[] scope = {tenant, framework.id(), period.start().toString(), period.end().toString()};
    Map<String, PastFigure> figures = new HashMap<>();
    for (String content : jdbc.queryForList(REPORT, String.class, scope)) {
      Report report = ReportJson.read(content);
      Map<String, Restated> restated = restated(report, scope);
      report
          .values()
          .forEach(value -> figures.put(value.dataPoint(), figure(role, report, value, restated)));
    }
    return figures;
  }

  private Map<String, Restated> restated(Report report, Object... scope) {
    Map<String, Restated> restated = new HashMap<>();
    jdbc.query(
        RESTATED,
        row -> {
          restated.put(row.getString(1), new Restated(row.getBigDecimal(2), row.getLong(3)));
        },
        scope[0],
        scope[1],
        scope[2],
        scope[3],
        Timestamp.from(report.request().frozenAt()));
    return restated;
  }

  private static PastFigure figure(
      Role role, Report report, ReportValue value, Map<String, Restated> restated) {
    Restated newer = restated.get(value.dataPoint());
    boolean moved = newer != null && newer.exact() != null;
    BigDecimal published =
        moved
            ? newer.exact().setScale(value.decimals(), ReportValue.PUBLICATION)
            : value.published();
    String source =
        "report " + report.request().id() + (moved ? ", restatement " + newer.restatement() : "");
    return new PastFigure(
        value.dataPoint(), role, report.request().period(), published, value.unit(), source);
  }

  private Optional<PastFigure> stated(DataPoint point, Role role, ReportingPeriod period) {
    return point
        .statement()
        .flatMap(key -> statements.figure(key, period))
        .flatMap(statement -> stated(point, role, statement));
  }

  private static Optional<PastFigure> stated(DataPoint point, Role role, Statement statement) {
    StatedUnit unit = new StatedUnit(point.unit());
    return unit.factor(statement.unit())
        .map(factor -> statement.value().orElseThrow().multiply(factor))
        .map(value -> value.setScale(point.decimals(), ReportValue.PUBLICATION))
        .map(
            value ->
                new PastFigure(
                    point.id(),
                    role,
                    statement.period(),
                    value,
                    unit.published(statement.unit()).orElseThrow(),
                    "stated by " + statement.statedBy() + ": " + statement.source()));
  }
}
