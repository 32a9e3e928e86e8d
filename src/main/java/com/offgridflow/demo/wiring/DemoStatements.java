package com.offgridflow.demo.wiring;

import com.offgridflow.report.ReportingPeriod;
import com.offgridflow.report.statement.Statement;
import com.offgridflow.report.wiring.StatementStore;
import com.offgridflow.tenant.wiring.TenantDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** What the demo's invented company states, so that its report shows intensities. */
@ApplicationScoped
public class DemoStatements {
  private static final BigDecimal NET_REVENUE = new BigDecimal("48000000");

  private final TenantDatabase database;
  private final StatementStore store;
  private final Clock clock;

  DemoStatements(TenantDatabase database, StatementStore store, Clock clock) {
    this.database = database;
    this.store = store;
    this.clock = clock;
  }

  /** Net revenue of the year; stating it again changes nothing. */
  void state(String tenant, int year) {
    Statement revenue =
        new Statement(
            0,
            "net-revenue",
            ReportingPeriod.ofYear(year),
            Optional.of(NET_REVENUE),
            "EUR",
            "",
            "",
            "Invented for the demo",
            "demo",
            clock.instant().truncatedTo(ChronoUnit.SECONDS));
    database.inTenant(tenant, jdbc -> store.put(jdbc, tenant, List.of(revenue)));
  }
}
