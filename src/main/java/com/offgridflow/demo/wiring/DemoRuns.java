package com.offgridflow.demo.wiring;

import java.math.BigDecimal;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** What became of the deliveries of the demo, on its screen. */
final class DemoRuns {
  private static final int REFUSED_SHOWN = 8;
  private static final String SOURCES =
      """
      select source, sum(lines_read)::bigint, sum(lines_usage)::bigint,
        sum(lines_not_usage)::bigint, sum(lines_rejected)::bigint, sum(accepted)::bigint,
        sum(duplicate)::bigint, sum(superseding)::bigint
      from (select distinct on (source, delivery) * from run
        where tenant_id = ? and state in ('done', 'failed')
        order by source, delivery, run_id desc) latest
      group by 1 order by 1""";
  private static final String REFUSED =
      """
      select j.code, j.object || ', ' || j.locator || ': ' || j.message
        || case when j.field = '' then '' else ' (' || j.field || ' ''' || coalesce(j.value, '')
          || ''')' end || '; ' || j.mitigation
      from rejection j join (
        select distinct on (source, delivery) run_id, state from run where tenant_id = ?
          and state in ('done', 'failed') order by source, delivery, run_id desc) r using (run_id)
      order by j.rejection_id""";

  private static final String COVERED =
      """
      select r.source, c.currency, sum(c.cost), sum(c.cost_by_use + c.cost_by_spend),
        sum(c.cost_by_spend), sum(c.lines), sum(c.lines_by_use + c.lines_by_spend)
      from run_coverage c join (
        select distinct on (source, delivery) * from run where tenant_id = ? and state = 'done'
        order by source, delivery, run_id desc) r using (run_id)
      where c.lines > 0 group by 1, 2 order by 1, 2""";
  private static final String HELD =
      """
      select source || ', ' || delivery || ': ' || cause from run
      where tenant_id = ? and state = 'held' order by run_id""";

  private final JdbcTemplate jdbc;
  private final String tenant;
  private final String server;

  /**
   * @param server where the API is, without a slash at its end
   */
  DemoRuns(JdbcTemplate jdbc, String tenant, String server) {
    this.jdbc = jdbc;
    this.tenant = tenant;
    this.server = server;
  }

  /** Prints them; true when a delivery in a known format had to be refused. */
  boolean print() {
    sources();
    covered();
    held();
    return refused();
  }

  private void sources() {
    DemoScreen.line("");
    DemoScreen.line(
        "%-22s %11s %11s %9s %9s %11s %10s %11s",
        "Source",
        "lines read",
        "usage",
        "no usage",
        "rejected",
        "activities",
        "duplicate",
        "superseding");
    jdbc.query(
        SOURCES,
        row -> {
          DemoScreen.line(
              "%-22s %,11d %,11d %,9d %,9d %,11d %,10d %,11d",
              row.getString(1),
              row.getLong(2),
              row.getLong(3),
              row.getLong(4),
              row.getLong(5),
              row.getLong(6),
              row.getLong(7),
              row.getLong(8));
        },
        tenant);
  }

  private void covered() {
    DemoScreen.line("");
    DemoScreen.line(
        "%-22s %26s %16s %16s",
        "Estimated, by source", "of the cost", "by spend alone", "of the lines");
    jdbc.query(
        COVERED,
        row -> {
          BigDecimal cost = row.getBigDecimal(3);
          DemoScreen.line(
              "%-22s %26s %16s %16s",
              row.getString(1),
              DemoScreen.part(row.getBigDecimal(4), cost) + " of " + row.getString(2),
              DemoScreen.part(row.getBigDecimal(5), cost),
              DemoScreen.part(row.getBigDecimal(7), row.getBigDecimal(6)));
        },
        tenant);
  }

  private void held() {
    List<String> runs = jdbc.queryForList(HELD, String.class, tenant);
    if (!runs.isEmpty()) {
      DemoScreen.line("");
      DemoScreen.line("Held");
      runs.forEach(run -> DemoScreen.line("  %s", run));
    }
  }

  private boolean refused() {
    List<String[]> rows =
        jdbc.query(REFUSED, (row, n) -> new String[] {row.getString(1), row.getString(2)}, tenant);
    if (!rows.isEmpty()) {
      DemoScreen.line("");
      DemoScreen.line("Rejected");
    }
    rows.stream().limit(REFUSED_SHOWN).forEach(row -> DemoScreen.line("  %s", row[1]));
    if (rows.size() > REFUSED_SHOWN) {
      DemoScreen.line(
          "  and %,d more: %s/api/v1/tenants/%s/rejections",
          rows.size() - REFUSED_SHOWN, server, tenant);
    }
    return rows.stream().anyMatch(row -> row[0].startsWith("UNREADABLE"));
  }
}
