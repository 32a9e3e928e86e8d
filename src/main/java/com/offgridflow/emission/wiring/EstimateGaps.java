package com.offgridflow.emission.wiring;

import com.offgridflow.job.HubProperties;
import com.offgridflow.job.Job;
import com.offgridflow.restatement.wiring.LateFigures;
import com.offgridflow.tenant.wiring.TenantDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Estimates again what had no factor, because there are new ones. Only gaps are looked at: no
 * emission that exists moves by itself.
 */
@ApplicationScoped
@Named("estimateGaps")
public class EstimateGaps {
  private static final int CHUNK = 5000;
  private static final String MISSING =
      """
      select activity_id from estimate_gap join activity using (activity_id)
      where estimate_gap.tenant_id = ? and code = 'MISSING_FACTOR' and superseded_at is null
      order by activity_id\
      """;
  private static final String FORGET =
      """
      delete from estimate_gap g using activity a
      where a.activity_id = g.activity_id and a.superseded_at is null
        and g.code = 'MISSING_FACTOR' and g.activity_id between ? and ?\
      """;

  private final TenantDatabase database;
  private final EmissionStore store;
  private final Calculators calculators;
  private final LateFigures late;

  EstimateGaps(
      TenantDatabase database, EmissionStore store, Calculators calculators, LateFigures late) {
    this.database = database;
    this.store = store;
    this.calculators = calculators;
    this.late = late;
  }

  /** Activities that had no factor, by id, both ends among them. */
  public record Gaps(long from, long to) {}

  /** Body becomes the gaps that are to be looked at, in chunks. */
  public void plan(Exchange exchange) {
    String tenant = exchange.getProperty(HubProperties.TENANT, String.class);
    List<Long> ids =
        database.inTenant(tenant, jdbc -> jdbc.queryForList(MISSING, Long.class, tenant));
    exchange.setProperty(HubProperties.RESULT, Map.of("gaps", ids.size()));
    exchange.getMessage().setBody(chunks(ids));
  }

  /** Estimates one chunk, in a transaction of its own; what still has no factor is a gap again. */
  public void estimate(@Body Gaps gaps, @ExchangeProperty(HubProperties.JOB) Job job) {
    database.inTenant(job.tenant(), jdbc -> estimate(jdbc, job, gaps));
  }

  /** All chunks are done; what they found in filed periods is up for decision. */
  public void finish(@ExchangeProperty(HubProperties.JOB) Job job) {
    database.inTenant(
        job.tenant(),
        jdbc -> {
          late.conclude(jdbc, job);
          return job;
        });
  }

  private int estimate(JdbcTemplate jdbc, Job job, Gaps gaps) {
    List<PendingActivity> pending = PendingActivity.withoutFactor(jdbc, gaps);
    EmissionBatch batch = EmissionBatch.of(calculators.of(jdbc, job.tenant()), pending);
    jdbc.update(FORGET, gaps.from(), gaps.to());
    return store.insert(jdbc, job.tenant(), late.divert(jdbc, job, pending, batch));
  }

  private static List<Gaps> chunks(List<Long> ids) {
    return IntStream.iterate(0, from -> from < ids.size(), from -> from + CHUNK)
        .mapToObj(from -> new Gaps(ids.get(from), ids.get(Math.min(from + CHUNK, ids.size()) - 1)))
        .toList();
  }
}
