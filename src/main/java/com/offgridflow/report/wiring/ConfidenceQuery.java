package com.offgridflow.report.wiring;

import com.offgridflow.report.Confidence;
import com.offgridflow.report.ScopeConfidence;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/** How far the emissions of a tenant and period can be trusted. */
final class ConfidenceQuery {
  /**
   * Emissions by the same factors stand in one row of the inner table, once within their scope and
   * once, without a scope, for all.
   */
  private static final String CONFIDENCE =
      """
      select scope, sum(kg), coalesce(sum(kg) filter (where known), 0),
        coalesce(sqrt(sum(below * below)), 0), coalesce(sqrt(sum(above * above)), 0),
        sum(scored) / nullif(sum(weight), 0)
      from (
        select s.scope, c.factor_ids, s.known, sum(s.kg) as kg, sum(s.below) as below,
          sum(s.above) as above, sum(s.scored) as scored, sum(s.weight) as weight
        from (
          select scope, calculation_id, kg_co2e_low is not null as known, sum(kg_co2e) as kg,
            sum(kg_co2e - kg_co2e_low) as below, sum(kg_co2e_high - kg_co2e) as above,
            sum(abs(kg_co2e) * data_quality) as scored,
            sum(abs(kg_co2e)) filter (where data_quality is not null) as weight
          from report_scope where method <> 'market-based' group by 1, 2, 3) s
        join calculation c using (calculation_id)
        group by grouping sets ((s.scope, c.factor_ids, s.known), (c.factor_ids, s.known))) alike
      group by scope order by scope nulls last""";

  private ConfidenceQuery() {}

  /** Of what {@link ReportScope} holds: each scope that has emissions, and then all of them. */
  static List<ScopeConfidence> of(JdbcTemplate jdbc) {
    return jdbc.query(
        CONFIDENCE,
        (row, n) ->
            new ScopeConfidence(
                Optional.ofNullable(row.getObject(1, Integer.class)), confidence(row)));
  }

  /** That of all emissions. */
  static Confidence total(List<ScopeConfidence> confidences) {
    return confidences.stream()
        .filter(each -> each.scope().isEmpty())
        .map(ScopeConfidence::confidence)
        .findFirst()
        .orElseGet(Confidence::none);
  }

  private static Confidence confidence(ResultSet row) throws SQLException {
    return new Confidence(
        row.getBigDecimal(2),
        row.getBigDecimal(3),
        row.getBigDecimal(4),
        row.getBigDecimal(5),
        Optional.ofNullable(row.getBigDecimal(6)));
  }
}
