package com.offgridflow.emission.wiring;

import com.offgridflow.activity.Activity;
import com.offgridflow.emission.EmissionCalculator;
import com.offgridflow.job.HubProperties;
import com.offgridflow.tenant.wiring.TenantDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.jboss.logging.Logger;
import org.springframework.jdbc.core.JdbcTemplate;

/** Estimates all activities of a tenant that have not been estimated yet, batch by batch. */
@ApplicationScoped
@Named("estimateEmissions")
public class EstimateEmissions {
  private static final Logger LOG = Logger.getLogger(EstimateEmissions.class);
  private static final String LAST = "hubLastActivity";
  private static final int BATCH = 5000;

  private final TenantDatabase database;
  private final EmissionStore store;
  private final EmissionCalculator calculator;

  EstimateEmissions(TenantDatabase database, EmissionStore store, EmissionCalculator calculator) {
    this.database = database;
    this.store = store;
    this.calculator = calculator;
  }

  /** Estimates the next batch; the body says whether there may be more. */
  public void batch(Exchange exchange) {
    String tenant = exchange.getProperty(HubProperties.TENANT, String.class);
    long after = exchange.getProperty(LAST, 0L, Long.class);
    Progress progress = database.inTenant(tenant, jdbc -> estimate(jdbc, tenant, after));
    exchange.setProperty(LAST, progress.last());
    long done =
        exchange
                    .getProperty(HubProperties.RESULT, Map.of("activities", 0L), Map.class)
                    .get("activities")
                instanceof Long soFar
            ? soFar + progress.activities()
            : 0;
    exchange.setProperty(HubProperties.RESULT, Map.of("activities", done));
    exchange.getMessage().setBody(progress.activities() == BATCH);
    LOG.debugf("estimated %d activities", done);
  }

  private Progress estimate(JdbcTemplate jdbc, String tenant, long after) {
    List<PendingActivity> pending = PendingActivity.after(jdbc, tenant, after, BATCH);
    EmissionBatch batch = new EmissionBatch();
    for (PendingActivity item : pending) {
      Activity activity = item.activity();
      batch.add(item.id(), activity, calculator.estimate(activity));
    }
    store.insert(jdbc, tenant, batch);
    return new Progress(
        pending.size(), pending.isEmpty() ? after : pending.get(pending.size() - 1).id());
  }

  private record Progress(int activities, long last) {}
}
