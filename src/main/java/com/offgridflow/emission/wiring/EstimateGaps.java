package com.offgridflow.emission.wiring;

import com.offgridflow.job.HubProperties;
import com.offgridflow.job.Job;
import com.offgridflow.restatement.wiring.LateFigures;
import com.offgridflow.tenant.wiring.TenantDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Estimates again what had no factor, or not all of them, because there are new ones. Only gaps are
 * looked at: what fills one is added, and no emission that exists moves by itself.
 */
@ApplicationScoped
@Named("estimateGaps")
public class EstimateGaps {
  /** Nothing of the activity has an emission, or a part of it has none. */
  private static final List<String> CODES = List.of("MISSING_FACTOR", "PARTIAL");

  private static final int CHUNK = 5000;
  private static final String OPEN =
      """
      select activity_id from estimate_gap join activity using (activity_id)
      where estimate_gap.tenant_id = ? and code = ? and superseded_at is null
      order by activity_id\
      """;
  private static final String FORGET =
      "delete from estimate_gap where code = ? and activity_id = any (?)";

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

  /** Activities with a gap of this code, by id, both ends among them. */
  public record Gaps(String code, long from, long to) {}

  /** Body becomes the gaps that are to be looked at, in chunks. */
  public void plan(Exchange exchange) {
    String tenant = exchange.getProperty(HubProperties.TENANT, String.class);
    List<Gaps> chunks = new ArrayList<>();
    int count = 0;
    for (String code : CODES) {
      List<Long> ids =
          database.inTenant(tenant, jdbc -> jdbc.queryForList(OPEN, Long.class, tenant, code));
      chunks.addAll(chunks(code, ids));
      count += ids.size();
    }
    exchange.setProperty(HubProperties.RESULT, Map.of("gaps", count));
    exchange.getMessage().setBody(chunks);
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
    List<PendingActivity> pending = PendingActivity.of(jdbc, gaps);
    EmissionBatch all = EmissionBatch.of(calculators.of(jdbc, job.tenant()), pending);
    boolean partly = gaps.code().equals("PARTIAL");
    Set<Long> moved = partly ? late.moved(jdbc, pending, all) : Set.of();
    List<PendingActivity> filled =
        pending.stream().filter(activity -> !moved.contains(activity.id())).toList();
    Long[] ids = filled.stream().map(PendingActivity::id).toArray(Long[]::new);
    jdbc.update(FORGET, gaps.code(), ids);
    return store.insert(jdbc, job.tenant(), late.divert(jdbc, job, filled, all.without(moved)));
  }

  private static List<Gaps> chunks(String code, List<Long> ids) {
    return IntStream.iterate(0, from -> from < ids.size(), from -> from + CHUNK)
        .mapToObj(
            from -> {
              int to = Math.min(from + CHUNK, ids.size()) - 1;
              return new Gaps(code, ids.get(from), ids.get(to));
            })
        .toList();
  }
}
