package com.offgridflow.report.wiring;

import com.offgridflow.report.Confidence;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/** How far the emissions of a tenant and period can be trusted. */
final class ConfidenceQuery {
  /** Emissions by the same factors stand in one row of the table alike. */
  private static final String CONFIDENCE =
      """
      select coalesce(sum(kg), 0), coalesce(sum(kg) filter (where known), 0),
        coalesce(sqrt(sum(below * below)), 0), coalesce(sqrt(sum(above * above)), 0),
        sum(scored) / nullif(sum(weight), 0)
      from (
        select c.factor_ids, s.known, sum(s.kg) as kg, sum(s.below) as below,
          sum(s.above) as above, sum(s.scored) as scored, sum(s.weight) as weight
        from (
          select calculation_id, kg_co2e_low is not null as known, sum(kg_co2e) as kg,
            sum(kg_co2e - kg_co2e_low) as below, sum(kg_co2e_high - kg_co2e) as above,
            sum(abs(kg_co2e) * data_quality) as scored,
            sum(abs(kg_co2e)) filter (where data_quality is not null) as weight
          from report_scope where method <> 'market-based' group by 1, 2) s
        join calculation c using (calculation_id)
        group by 1, 2) alike""";

  private ConfidenceQuery() {}

  /** Of what {@link ReportScope} holds. */
  static Confidence of(JdbcTemplate jdbc) {
    return jdbc.queryForObject(
        CONFIDENCE,
        (row, n) ->
            new Confidence(
                row.getBigDecimal(1),
                row.getBigDecimal(2),
                row.getBigDecimal(3),
                row.getBigDecimal(4),
                Optional.ofNullable(row.getBigDecimal(5))));
  }
}
