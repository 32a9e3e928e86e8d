package com.offgridflow.source.wiring;

import com.offgridflow.tenant.wiring.TenantDatabase;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.springframework.dao.DataAccessException;

/**
 * What waits for somebody to decide or to enter new credentials, of all tenants; every replica
 * tells the same. docs/syncs.md lists the names.
 */
@ApplicationScoped
public class WaitingMetrics {
  private static final String HELD_RUNS = "select held_runs from waiting_for_people()";
  private static final String REFUSED_JOBS = "select refused_jobs from waiting_for_people()";

  private final TenantDatabase database;
  private final MeterRegistry registry;

  WaitingMetrics(TenantDatabase database, MeterRegistry registry) {
    this.database = database;
    this.registry = registry;
  }

  void start(@Observes StartupEvent event) {
    Gauge.builder("hub.runs.held", () -> count(HELD_RUNS))
        .description("runs that are held until somebody confirms or discards them")
        .register(registry);
    Gauge.builder("hub.jobs.credentials-refused", () -> count(REFUSED_JOBS))
        .description(
            "syncs that are parked because the credentials of their connection are refused")
        .register(registry);
  }

  /** Not a number while the database cannot be asked. */
  private double count(String sql) {
    try {
      return database.transaction(jdbc -> jdbc.queryForObject(sql, Long.class));
    } catch (DataAccessException e) {
      return Double.NaN;
    }
  }
}
