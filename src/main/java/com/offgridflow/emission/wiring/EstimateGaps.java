package com.offgridflow.emission.wiring;

import com.offgridflow.activity.Activity;
import com.offgridflow.emission.EmissionCalculator;
import com.offgridflow.job.HubProperties;
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

  EstimateGaps(TenantDatabase database, EmissionStore store, Calculators calculators) {
    this.database = database;
    this.store = store;
    this.calculators = calculators;
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
  public void estimate(@Body Gaps gaps, @ExchangeProperty(HubProperties.TENANT) String tenant) {
    database.inTenant(tenant, jdbc -> estimate(jdbc, tenant, gaps));
  }

  private int estimate(JdbcTemplate jdbc, String tenant, Gaps gaps) {
    EmissionCalculator calculator = calculators.of(jdbc, tenant);
    EmissionBatch batch = new EmissionBatch();
    for (PendingActivity item : PendingActivity.withoutFactor(jdbc, gaps)) {
      Activity activity = item.activity();
      batch.add(item.id(), activity, calculator.estimate(activity));
    }
    jdbc.update(FORGET, gaps.from(), gaps.to());
    return store.insert(jdbc, tenant, batch);
  }

  private static List<Gaps> chunks(List<Long> ids) {
    return IntStream.iterate(0, from -> from < ids.size(), from -> from + CHUNK)
        .mapToObj(from -> new Gaps(ids.get(from), ids.get(Math.min(from + CHUNK, ids.size()) - 1)))
        .toList();
  }
}
