package com.offgridflow.report.wiring;

import com.offgridflow.report.Coverage;
import com.offgridflow.report.EmissionTotal;
import com.offgridflow.report.ReportingPeriod;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The figures of a plan's period at a glance.
 *
 * @param emissions kg CO2e by scope and method, and in all
 */
public record TenantFigures(String period, Map<String, BigDecimal> emissions, Coverage coverage) {

  /** Of the plan, if there is one. */
  public static Optional<TenantFigures> ofPlan(JdbcTemplate jdbc, String tenant, String plan) {
    List<ReportingPeriod> periods =
        jdbc.query(
            "select period_start, period_end from report_plan where tenant_id = ? and plan_id = ?",
            (row, n) ->
                new ReportingPeriod(row.getDate(1).toLocalDate(), row.getDate(2).toLocalDate()),
            tenant,
            plan);
    return periods.stream().findFirst().map(period -> of(jdbc, tenant, period));
  }

  private static TenantFigures of(JdbcTemplate jdbc, String tenant, ReportingPeriod period) {
    ReportQueries queries = new ReportQueries(jdbc, tenant, period);
    Map<String, BigDecimal> emissions = new LinkedHashMap<>();
    List<EmissionTotal> totals = queries.totals();
    for (EmissionTotal total : totals) {
      emissions.merge(label(total), total.kgCo2e(), BigDecimal::add);
    }
    emissions.put("Total, location-based", sumWithout(totals, "market-based"));
    emissions.put("Total, market-based", sumWithout(totals, "location-based"));
    return new TenantFigures(
        period.start() + " to " + period.lastDay(), emissions, queries.coverage());
  }

  /** Location- and market-based are two tellings of Scope 2, so no sum has both. */
  private static BigDecimal sumWithout(List<EmissionTotal> totals, String method) {
    return totals.stream()
        .filter(total -> !total.method().equals(method))
        .map(EmissionTotal::kgCo2e)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static String label(EmissionTotal total) {
    String category = total.category().map(number -> ", category " + number).orElse("");
    return "Scope " + total.scope() + category + ", " + total.method() + ", " + total.component();
  }
}
