package com.offgridflow.demo.wiring;

import com.offgridflow.console.wiring.ConsoleAddress;
import com.offgridflow.report.Coverage;
import com.offgridflow.report.wiring.TenantFigures;
import com.offgridflow.tenant.wiring.TenantDatabase;
import com.offgridflow.wiring.HubConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** One screen that says what came in, what it emitted, what is missing, and where to look. */
@ApplicationScoped
public class DemoSummary {
  private static final int UNCOVERED_SHOWN = 8;
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
          DemoScreen.line("");
          DemoScreen.line(
              "OffGridFlow Hub, tenant %s, cycle done in %.1f s", tenant, elapsed.toMillis() / 1e3);
          boolean refused = new DemoRuns(jdbc, tenant, server()).print();
          TenantFigures.ofPlan(jdbc, tenant, plan).ifPresent(DemoSummary::figures);
          files();
          DemoScreen.line("%s", footprint.line(tenant));
          links(tenant);
          return refused;
        });
  }

  private String server() {
    return "http://localhost:" + port;
  }

  private void links(String tenant) {
    String server = server();
    DemoScreen.line("");
    DemoScreen.line("Look at");
    DemoScreen.line("  console  %s", console.url());
    DemoScreen.line("  API      %s/api/v1/tenants/%s/reports", server, tenant);
    DemoScreen.line("  health   %s/q/health    metrics  %s/q/metrics", server, server);
    console
        .login()
        .ifPresent(
            login ->
                DemoScreen.line("  log in as %s, password %s", login.user(), login.password()));
  }

  private static void figures(TenantFigures figures) {
    DemoScreen.line("");
    DemoScreen.line("%-46s %16s", "Emissions, kg CO2e, " + figures.period(), "");
    figures.emissions().forEach((label, kg) -> DemoScreen.line("  %-44s %,16.1f", label, kg));
    for (Coverage.CostShare cost : figures.coverage().costs()) {
      cost.share()
          .ifPresent(
              share ->
                  DemoScreen.line(
                      "Cost covered by an estimate: %s of %,.2f %s",
                      DemoScreen.percent(share), cost.total().amount(), cost.total().currency()));
    }
    List<Coverage.UncoveredUsage> uncovered = figures.coverage().uncovered();
    if (!uncovered.isEmpty()) {
      DemoScreen.line("No estimate for (largest cost first)");
    }
    for (Coverage.UncoveredUsage usage :
        uncovered.subList(0, Math.min(UNCOVERED_SHOWN, uncovered.size()))) {
      DemoScreen.line(
          "  %-34s %-38s %,12.2f %s",
          usage.service(), usage.kind(), usage.cost().amount(), usage.cost().currency());
    }
    if (uncovered.size() > UNCOVERED_SHOWN) {
      DemoScreen.line("  and %,d more in the report", uncovered.size() - UNCOVERED_SHOWN);
    }
  }

  private void files() {
    Path out = config.out().toAbsolutePath();
    if (!Files.isDirectory(out)) {
      return;
    }
    DemoScreen.line("");
    DemoScreen.line("Files");
    try (Stream<Path> files = Files.list(out)) {
      files.filter(Files::isRegularFile).sorted().forEach(file -> DemoScreen.line("  %s", file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
