package com.offgridflow.demo.wiring;

import com.offgridflow.console.wiring.ConsoleAddress;
import com.offgridflow.report.Coverage;
import com.offgridflow.report.wiring.TenantFigures;
import com.offgridflow.tenant.wiring.TenantDatabase;
import com.offgridflow.wiring.HubConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.springframework.jdbc.core.JdbcTemplate;

/** One screen that says what came in, what it emitted, what is missing, and where to look. */
@ApplicationScoped
public class DemoSummary {
  private static final int UNCOVERED_SHOWN = 8;
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

  private final TenantDatabase database;
  private final HubConfig config;
  private final DemoFootprint footprint;
  private final ConsoleAddress console;
  private final int port;

  DemoSummary(
      TenantDatabase database,
      HubConfig config,
      DemoFootprint footprint,
      ConsoleAddress console,
      @ConfigProperty(name = "quarkus.http.port") int port) {
    this.database = database;
    this.config = config;
    this.footprint = footprint;
    this.console = console;
    this.port = port;
  }

  /** Prints the screen; true when a delivery in a known format had to be refused. */
  boolean print(String tenant, String plan, Duration elapsed) {
    return database.inTenant(
        tenant,
        jdbc -> {
          line("");
          line(
              "OffGridFlow Hub, tenant %s, cycle done in %.1f s", tenant, elapsed.toMillis() / 1e3);
          sources(jdbc, tenant);
          covered(jdbc, tenant);
          held(jdbc, tenant);
          boolean refused = refused(jdbc, tenant);
          TenantFigures.ofPlan(jdbc, tenant, plan).ifPresent(DemoSummary::figures);
          files();
          line("%s", footprint.line(tenant));
          links(tenant);
          return refused;
        });
  }

  private void links(String tenant) {
    String server = "http://localhost:" + port;
    line("");
    line("Look at");
    line("  console  %s", console.url());
    line("  API      %s/api/v1/tenants/%s/reports", server, tenant);
    line("  health   %s/q/health    metrics  %s/q/metrics", server, server);
    console
        .login()
        .ifPresent(login -> line("  log in as %s, password %s", login.user(), login.password()));
  }

  private static void sources(JdbcTemplate jdbc, String tenant) {
    line("");
    line(
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
          line(
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

  private static void covered(JdbcTemplate jdbc, String tenant) {
    line("");
    line(
        "%-22s %26s %16s %16s",
        "Estimated, by source", "of the cost", "by spend alone", "of the lines");
    jdbc.query(
        COVERED,
        row -> {
          BigDecimal cost = row.getBigDecimal(3);
          line(
              "%-22s %26s %16s %16s",
              row.getString(1),
              part(row.getBigDecimal(4), cost) + " of " + row.getString(2),
              part(row.getBigDecimal(5), cost),
              part(row.getBigDecimal(7), row.getBigDecimal(6)));
        },
        tenant);
  }

  private static String part(BigDecimal part, BigDecimal whole) {
    return whole.signum() == 0 ? "-" : percent(part.divide(whole, MathContext.DECIMAL64));
  }

  private static void held(JdbcTemplate jdbc, String tenant) {
    List<String> runs = jdbc.queryForList(HELD, String.class, tenant);
    if (!runs.isEmpty()) {
      line("");
      line("Held");
      runs.forEach(run -> line("  %s", run));
    }
  }

  private boolean refused(JdbcTemplate jdbc, String tenant) {
    List<String[]> rows =
        jdbc.query(REFUSED, (row, n) -> new String[] {row.getString(1), row.getString(2)}, tenant);
    if (!rows.isEmpty()) {
      line("");
      line("Rejected");
    }
    rows.stream().limit(REFUSED_SHOWN).forEach(row -> line("  %s", row[1]));
    if (rows.size() > REFUSED_SHOWN) {
      line(
          "  and %,d more: http://localhost:%d/api/v1/tenants/%s/rejections",
          rows.size() - REFUSED_SHOWN, port, tenant);
    }
    return rows.stream().anyMatch(row -> row[0].startsWith("UNREADABLE"));
  }

  private static void figures(TenantFigures figures) {
    line("");
    line("%-46s %16s", "Emissions, kg CO2e, " + figures.period(), "");
    figures.emissions().forEach((label, kg) -> line("  %-44s %,16.1f", label, kg));
    for (Coverage.CostShare cost : figures.coverage().costs()) {
      cost.share()
          .ifPresent(
              share ->
                  line(
                      "Cost covered by an estimate: %s of %,.2f %s",
                      percent(share), cost.total().amount(), cost.total().currency()));
    }
    List<Coverage.UncoveredUsage> uncovered = figures.coverage().uncovered();
    if (!uncovered.isEmpty()) {
      line("No estimate for (largest cost first)");
    }
    for (Coverage.UncoveredUsage usage :
        uncovered.subList(0, Math.min(UNCOVERED_SHOWN, uncovered.size()))) {
      line(
          "  %-34s %-38s %,12.2f %s",
          usage.service(), usage.kind(), usage.cost().amount(), usage.cost().currency());
    }
    if (uncovered.size() > UNCOVERED_SHOWN) {
      line("  and %,d more in the report", uncovered.size() - UNCOVERED_SHOWN);
    }
  }

  private void files() {
    Path out = config.out().toAbsolutePath();
    if (!Files.isDirectory(out)) {
      return;
    }
    line("");
    line("Files");
    try (Stream<Path> files = Files.list(out)) {
      files.filter(Files::isRegularFile).sorted().forEach(file -> line("  %s", file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String percent(BigDecimal share) {
    return share.movePointRight(2).setScale(1, RoundingMode.HALF_UP) + " %";
  }

  private static void line(String format, Object... values) {
    System.out.printf(Locale.ROOT, format + "%n", values);
  }
}
