package com.offgridflow.emission.wiring;

import com.offgridflow.activity.Activity;
import com.offgridflow.emission.EmissionCalculator;
import com.offgridflow.job.HubProperties;
import com.offgridflow.tenant.wiring.TenantDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Estimates the activities of all runs of a tenant that have not been estimated, batch by batch.
 */
@ApplicationScoped
@Named("estimateEmissions")
public class EstimateEmissions {
  private static final String PROGRESS = "hubEstimateProgress";
  private static final int BATCH = 5000;
  private static final String NEXT_RUN =
      """
      select run_id from run where tenant_id = ? and state = 'done' and estimated_at is null
      order by run_id limit 1""";

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
    Progress before = exchange.getProperty(PROGRESS, Progress.NONE, Progress.class);
    Progress after = database.inTenant(tenant, jdbc -> next(jdbc, tenant, before));
    exchange.setProperty(PROGRESS, after);
    exchange.setProperty(HubProperties.RESULT, Map.of("activities", after.activities()));
    exchange.getMessage().setBody(!after.finished());
  }

  private Progress next(JdbcTemplate jdbc, String tenant, Progress before) {
    Optional<Long> run = jdbc.queryForList(NEXT_RUN, Long.class, tenant).stream().findFirst();
    if (run.isEmpty()) {
      return before.end();
    }
    Progress here = before.in(run.get());
    List<PendingActivity> pending =
        PendingActivity.after(jdbc, here.run(), here.lastActivity(), BATCH);
    store.insert(jdbc, tenant, estimate(pending));
    if (pending.size() < BATCH) {
      jdbc.update("update run set estimated_at = now() where run_id = ?", here.run());
    }
    return pending.isEmpty() ? here : here.past(pending);
  }

  private EmissionBatch estimate(List<PendingActivity> pending) {
    EmissionBatch batch = new EmissionBatch();
    for (PendingActivity item : pending) {
      Activity activity = item.activity();
      batch.add(item.id(), activity, calculator.estimate(activity));
    }
    return batch;
  }

  /** How far an estimate has come. */
  private record Progress(long run, long lastActivity, long activities, boolean finished) {
    static final Progress NONE = new Progress(0, 0, 0, false);

    Progress in(long nextRun) {
      return nextRun == run ? this : new Progress(nextRun, 0, activities, false);
    }

    Progress past(List<PendingActivity> batch) {
      long last = batch.get(batch.size() - 1).id();
      return new Progress(run, last, activities + batch.size(), false);
    }

    Progress end() {
      return new Progress(run, lastActivity, activities, true);
    }
  }
}
