package com.offgridflow.emission.wiring;

import com.offgridflow.activity.Activity;
import com.offgridflow.emission.EmissionCalculator;
import com.offgridflow.job.HubProperties;
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

/**
 * Estimates the activities of all runs of a tenant that have not been estimated, in chunks that do
 * not depend on each other.
 */
@ApplicationScoped
@Named("estimateEmissions")
public class EstimateEmissions {
  private static final String RUNS = "hubRuns";
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

  EstimateEmissions(TenantDatabase database, EmissionStore store, Calculators calculators) {
    this.database = database;
    this.store = store;
    this.calculators = calculators;
  }

  /** Some of a run's activities, by id: {@code from} is among them, {@code to} is not. */
  public record Chunk(long run, long from, long to) {}

  /** Body becomes the chunks that are to be estimated. */
  public void plan(Exchange exchange) {
    String tenant = exchange.getProperty(HubProperties.TENANT, String.class);
    List<Chunk> runs =
        database.inTenant(
            tenant,
            jdbc ->
                jdbc.query(
                    PENDING,
                    (row, n) -> new Chunk(row.getLong(1), row.getLong(2), row.getLong(3) + 1),
                    tenant));
    exchange.setProperty(RUNS, runs);
    exchange.setProperty(HubProperties.RESULT, Map.of("runs", runs.size()));
    exchange.getMessage().setBody(runs.stream().flatMap(EstimateEmissions::chunks).toList());
  }

  /** Estimates one chunk, in a transaction of its own. */
  public void estimate(@Body Chunk chunk, @ExchangeProperty(HubProperties.TENANT) String tenant) {
    database.inTenant(
        tenant,
        jdbc -> {
          EmissionCalculator calculator = calculators.of(jdbc, tenant);
          EmissionBatch batch = new EmissionBatch();
          for (PendingActivity item : PendingActivity.of(jdbc, chunk)) {
            Activity activity = item.activity();
            batch.add(item.id(), activity, calculator.estimate(activity));
          }
          return store.insert(jdbc, tenant, batch);
        });
  }

  /** All chunks are done: so are their runs. */
  public void finish(
      @ExchangeProperty(HubProperties.TENANT) String tenant,
      @ExchangeProperty(RUNS) List<Chunk> runs) {
    String done = "update run set estimated_at = now() where run_id = ?";
    database.inTenant(
        tenant, jdbc -> runs.stream().mapToInt(run -> jdbc.update(done, run.run())).sum());
  }

  private static Stream<Chunk> chunks(Chunk run) {
    return LongStream.iterate(run.from(), from -> from < run.to(), from -> from + CHUNK)
        .mapToObj(from -> new Chunk(run.run(), from, Math.min(from + CHUNK, run.to())));
  }
}
