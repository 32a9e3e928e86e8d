package com.offgridflow.report.wiring;

import com.offgridflow.report.Confidence;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/** How far the emissions of a tenant and period can be trusted. */
final class ConfidenceQuery {
  /** Emissions by the same factors stand in one row of the inner table. */
  private static final String CONFIDENCE =
      """
      select coalesce(sum(kg), 0), coalesce(sum(kg) filter (where known), 0),
        coalesce(sqrt(sum(below * below)), 0), coalesce(sqrt(sum(above * above)), 0),
        sum(scored) / nullif(sum(weight), 0)
      from (
        select c.factor_ids, e.kg_co2e_low is not null as known, sum(e.kg_co2e) as kg,
          sum(e.kg_co2e - e.kg_co2e_low) as below, sum(e.kg_co2e_high - e.kg_co2e) as above,
          sum(abs(e.kg_co2e) * e.data_quality) as scored,
          sum(abs(e.kg_co2e)) filter (where e.data_quality is not null) as weight
        from report_scope e join calculation c using (calculation_id)
        where e.method <> 'market-based'
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
