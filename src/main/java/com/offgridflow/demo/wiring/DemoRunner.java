package com.offgridflow.demo.wiring;

import com.offgridflow.database.wiring.StartException;
import com.offgridflow.delivery.DeliveryTarget;
import com.offgridflow.failure.Causes;
import com.offgridflow.job.JobRequest;
import com.offgridflow.job.JobState;
import com.offgridflow.job.wiring.JobQueue;
import com.offgridflow.tenant.wiring.TenantDatabase;
import com.offgridflow.tenant.wiring.Tenants;
import com.offgridflow.wiring.HubConfig;
import io.quarkus.runtime.Application;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.camel.spi.CamelEvent;
import org.jboss.logging.Logger;

/**
 * Runs the whole cycle once through the job queue, as the schedules would, and says what came out.
 */
@ApplicationScoped
public class DemoRunner {
  private static final Logger LOG = Logger.getLogger(DemoRunner.class);
  private static final String PLAN = "esrs";

  /** A wrong date must not push the report into a year in which nothing can have happened yet. */
  private static final String LATEST =
      """
      select extract(year from coalesce(max(period_start) filter (where period_start <= now()),
        max(period_start)) at time zone 'UTC')::int from activity
      where tenant_id = ? and superseded_at is null""";

  private final HubConfig config;
  private final DemoSetup setup;
  private final DemoStatements statements;
  private final DemoSummary summary;
  private final DemoProgress progress;
  private final Tenants tenants;
  private final TenantDatabase database;
  private final JobQueue queue;
  private final Clock clock;
  private volatile Thread thread;
  private volatile boolean stopping;

  DemoRunner(
      HubConfig config,
      DemoSetup setup,
      DemoStatements statements,
      DemoSummary summary,
      DemoProgress progress,
      Tenants tenants,
      TenantDatabase database,
      JobQueue queue,
      Clock clock) {
    this.config = config;
    this.setup = setup;
    this.statements = statements;
    this.summary = summary;
    this.progress = progress;
    this.tenants = tenants;
    this.database = database;
    this.queue = queue;
    this.clock = clock;
  }

  void start(@Observes CamelEvent.CamelContextStartedEvent event) {
    if (config.demo().enabled()) {
      thread = new Thread(this::cycleAndMaybeExit, "demo");
      thread.start();
    }
  }

  /** Whoever stops the hub stops the demo; what it asked for goes on at the next start. */
  void stop(@Observes ShutdownEvent event) {
    stopping = true;
    if (thread != null) {
      thread.interrupt();
    }
  }

  private void cycleAndMaybeExit() {
    int exitCode = 1;
    try {
      awaitStart();
      exitCode = cycle() ? 0 : 1;
    } catch (StartException e) {
      progress.say(e.getMessage());
    } catch (Exception e) {
      if (stopping) {
        progress.say("stopped before the cycle was done; started again, the hub goes on with it");
      } else {
        LOG.errorf("the demo failed: %s", Causes.told(e));
        LOG.debug("the demo failed", e);
      }
    }
    if (config.exit() && !stopping) {
      Quarkus.asyncExit(exitCode);
    }
  }

  /** Schedules find a hub that is up; so does the demo, and its times are not those of a start. */
  private static void awaitStart() throws InterruptedException {
    while (!Application.currentApplication().isStarted()) {
      Thread.sleep(20);
    }
  }

  /** True when every stage was done. */
  private boolean cycle() throws Exception {
    progress.say("preparing the inputs");
    String occasion = "demo " + UUID.randomUUID();
    DemoSetup.Stage stage = setup.prepare();
    List<JobRequest> syncs =
        stage.connections().stream().map(id -> JobRequest.sync(id, occasion)).toList();
    boolean done = run(stage.tenant(), syncs);
    done &= run(stage.tenant(), List.of(JobRequest.estimate(occasion)));
    boolean reported = plan(stage.tenant()) && report(stage.tenant(), occasion);
    boolean refused = summary.print(stage.tenant(), PLAN, progress.elapsed());
    return done && reported && !refused;
  }

  private boolean report(String tenant, String occasion) throws Exception {
    JobRequest report = JobRequest.report(PLAN, occasion);
    if (!run(tenant, List.of(report))) {
      return false;
    }
    String id = queue.result(tenant, report.key()).get("report");
    List<JobRequest> deliveries = new ArrayList<>(List.of(JobRequest.deliverFiles(id)));
    deliveries.addAll(JobRequest.deliverTables(id));
    deliveries.add(JobRequest.deliver("email", DeliveryTarget.RECIPIENTS, id));
    boolean delivered = run(tenant, deliveries);
    DemoStart.saveMail(config.out());
    return delivered;
  }

  /** The report covers the year of the newest activity; without activities there is none. */
  private boolean plan(String tenant) {
    Integer year =
        database.inTenant(tenant, jdbc -> jdbc.queryForObject(LATEST, Integer.class, tenant));
    if (year == null) {
      progress.say("there is nothing to report: no activity was taken in");
      return false;
    }
    tenants.putPlan(
        tenant,
        PLAN,
        "esrs-2023",
        LocalDate.of(year, 1, 1),
        LocalDate.of(year + 1, 1, 1),
        List.of("sustainability@demo.example"));
    if (tenant.equals(DemoSetup.TENANT)) {
      statements.state(tenant, year);
    }
    return true;
  }

  /** Asks for the jobs, waits until each has settled or failed once, and says how it stands. */
  private boolean run(String tenant, List<JobRequest> requests) throws InterruptedException {
    requests.forEach(request -> queue.enqueue(tenant, request));
    boolean done = true;
    for (JobRequest request : requests) {
      JobState state = await(tenant, request);
      progress.stage(request, state);
      done &= state.succeeded();
    }
    return done;
  }

  private JobState await(String tenant, JobRequest request) throws InterruptedException {
    long patienceEnds = clock.millis() + config.demo().patience().toMillis();
    while (true) {
      JobState state = queue.state(tenant, request.key()).orElseThrow();
      if (state.settled() || state.waitingAfterFailure() || clock.millis() > patienceEnds) {
        return state;
      }
      progress.tick(tenant, request);
      Thread.sleep(100);
    }
  }
}
