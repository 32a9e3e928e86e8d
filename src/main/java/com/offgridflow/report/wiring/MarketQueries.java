package com.offgridflow.report.wiring;

import com.offgridflow.report.Messages;
import com.offgridflow.report.WithheldFigure;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/** How the market-based figure came about, and what keeps it back. */
final class MarketQueries {
  /** Energy behind the figure, the provisional part, and what instruments cover. */
  private static final String ENERGY =
      """
      select sum(energy_kwh), sum(energy_kwh) filter (where component = 'grid-average'),
        coalesce(sum(energy_kwh) filter (where component like 'instrument:%'), 0)
      from report_sum where method = 'market-based'""";

  private static final String WITHHELD =
      """
      select w.message, count(*) from market_withheld w
      join activity a on a.activity_id = w.activity_id and a.superseded_at is null
      where w.tenant_id = ? and w.day >= ?::date and w.day < ?::date
      group by 1 order by 2 desc, 1""";

  private MarketQueries() {}

  /** Of what {@link ReportScope} holds; nothing where there is no such figure. */
  static List<String> notes(JdbcTemplate jdbc, Messages messages) {
    return jdbc.queryForObject(ENERGY, (row, n) -> notes(messages, row));
  }

  private static List<String> notes(Messages messages, ResultSet row) throws SQLException {
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

  /**
   * What waits for a review, so that there is no figure yet.
   *
   * @param scope tenant, start and end
   */
  static List<WithheldFigure> withheld(JdbcTemplate jdbc, Object... scope) {
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
}
