package com.offgridflow.delivery.wiring;

import com.offgridflow.delivery.DeliveryTarget;
import com.offgridflow.job.HubProperties;
import com.offgridflow.job.Job;
import com.offgridflow.job.JobRequest;
import com.offgridflow.job.wiring.JobQueue;
import com.offgridflow.tenant.wiring.TenantDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import org.apache.camel.ExchangeProperty;
import org.springframework.jdbc.core.JdbcTemplate;

/** Asks for the deliveries of a frozen report, each a job of its own. */
@ApplicationScoped
@Named("fanOut")
public class FanOut {
  private final TenantDatabase database;
  private final Targets targets;
  private final JobQueue queue;

  FanOut(TenantDatabase database, Targets targets, JobQueue queue) {
    this.database = database;
    this.targets = targets;
    this.queue = queue;
  }

  /** All of them in one transaction; asking again asks for none twice. */
  public void ask(
      @ExchangeProperty(HubProperties.JOB) Job job,
      @ExchangeProperty(HubProperties.RESULT) Map<String, String> result) {
    database.inTenant(job.tenant(), jdbc -> ask(jdbc, job.tenant(), result.get("report")));
  }

  /**
   * Asks for the large tables of a report whose tagged documents have passed, to be made meanwhile.
   */
  public void askForTables(@ExchangeProperty(HubProperties.JOB) Job job) {
    JobRequest.deliverTables(job.required("report"))
        .forEach(request -> queue.enqueue(job.tenant(), request));
  }

  private int ask(JdbcTemplate jdbc, String tenant, String report) {
    List<DeliveryTarget> found = targets.of(jdbc, tenant, report);
    queue.enqueue(jdbc, tenant, JobRequest.deliverFiles(report));
    for (DeliveryTarget target : found) {
      queue.enqueue(jdbc, tenant, JobRequest.deliver(target.kind().id(), target.id(), report));
    }
    return found.size();
  }
}
