package com.offgridflow.emission.wiring;

import com.offgridflow.emission.EmissionCalculator;
import com.offgridflow.emission.profile.Methodology;
import com.offgridflow.job.HubProperties;
import com.offgridflow.job.Job;
import com.offgridflow.restatement.wiring.LateFigures;
import com.offgridflow.tenant.wiring.TenantDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Estimates the activities of all runs of a tenant that have not been estimated, in chunks that do
 * not depend on each other.
 */
@ApplicationScoped
@Named("estimateEmissions")
public class EstimateEmissions {
  /** Property of the exchange: the runs that are being estimated, a list of {@link Chunk}. */
  static final String RUNS = "hubRuns";

  private static final int CHUNK = 5000;
  private static final String PENDING =
      """
      select r.run_id, coalesce(min(a.activity_id), 0), coalesce(max(a.activity_id), -1)
      from run r left join activity a on a.run_id = r.run_id
      where r.tenant_id = ? and r.state = 'done' and r.estimated_at is null
      group by r.run_id order by r.run_id\
      """;

  private final TenantDatabase database;
  private final EmissionStore store;
  private final Calculators calculators;
  private final LateFigures late;
  private final Methodologies methodologies;

  EstimateEmissions(
      TenantDatabase database,
      EmissionStore store,
      Calculators calculators,
      LateFigures late,
      Methodologies methodologies) {
    this.database = database;
    this.store = store;
    this.calculators = calculators;
    this.late = late;
    this.methodologies = methodologies;
  }

  /** Some of a run's activities, by id: {@code from} is among them, {@code to} is not. */
  public record Chunk(long run, long from, long to) {}

  /** Body becomes the chunks that are to be estimated; what the runs withdrew ends here. */
  public void plan(Exchange exchange, @ExchangeProperty(HubProperties.JOB) Job job) {
    List<Chunk> runs = database.inTenant(job.tenant(), jdbc -> pending(jdbc, job.tenant()));
    List<Long> ids = runs.stream().map(Chunk::run).toList();
    database.inTenant(
        job.tenant(),
        jdbc -> {
          late.withdraw(jdbc, job, ids);
          return ids.size();
        });
    exchange.setProperty(RUNS, runs);
    exchange.setProperty(HubProperties.RESULT, Map.of("runs", runs.size()));
    exchange.getMessage().setBody(runs.stream().flatMap(EstimateEmissions::chunks).toList());
  }

  /** Estimates one chunk, in a transaction of its own. Done again, it adds only what is missing. */
  public void estimate(@Body Chunk chunk, @ExchangeProperty(HubProperties.JOB) Job job) {
    String tenant = job.tenant();
    List<PendingActivity> pending =
        database.inTenant(tenant, jdbc -> PendingActivity.of(jdbc, chunk));
    EmissionBatch batch = EmissionBatch.of(calculators.of(tenant), pending);
    store.prepare(tenant, batch);
    database.stepInTenant(
        tenant, jdbc -> store.insert(jdbc, tenant, late.divert(jdbc, job, pending, batch)));
  }

  /** All chunks are done: what is estimated from all of a run follows, then the runs are done. */
  public void finish(
      @ExchangeProperty(HubProperties.JOB) Job job, @ExchangeProperty(RUNS) List<Chunk> runs) {
    String done = "update run set estimated_at = now() where run_id = ?";
    database.inTenant(
        job.tenant(),
        jdbc -> {
          estimateUnknownUse(jdbc, job, runs);
          late.conclude(jdbc, job);
          return runs.stream().mapToInt(run -> jdbc.update(done, run.run())).sum();
        });
  }

  private void estimateUnknownUse(JdbcTemplate jdbc, Job job, List<Chunk> runs) {
    Methodology chosen = methodologies.of(jdbc, job.tenant());
    EmissionCalculator calculator = calculators.of(jdbc, job.tenant());
    UnknownCloudUse unknown = new UnknownCloudUse(store, late, calculator, chosen);
    runs.forEach(run -> unknown.estimate(jdbc, job, run.run()));
  }

  private static List<Chunk> pending(JdbcTemplate jdbc, String tenant) {
    return jdbc.query(
        PENDING, (row, n) -> new Chunk(row.getLong(1), row.getLong(2), row.getLong(3) + 1), tenant);
  }

  private static Stream<Chunk> chunks(Chunk run) {
    return LongStream.iterate(run.from(), from -> from < run.to(), from -> from + CHUNK)
        .mapToObj(from -> new Chunk(run.run(), from, Math.min(from + CHUNK, run.to())));
  }
}
