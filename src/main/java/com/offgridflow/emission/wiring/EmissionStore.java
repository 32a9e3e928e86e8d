package com.offgridflow.emission.wiring;

import com.offgridflow.calendar.Days;
import com.offgridflow.database.wiring.RowBatch;
import com.offgridflow.emission.Calculation;
import com.offgridflow.emission.Emission;
import com.offgridflow.emission.Gases;
import com.offgridflow.factor.GasAmounts;
import com.offgridflow.tenant.wiring.TenantDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The tables {@code emission}, {@code calculation} and {@code estimate_gap}. What is there already
 * is left as it is, so that an estimate that was interrupted can be done again.
 */
@ApplicationScoped
public class EmissionStore {
  private static final String CALCULATIONS =
      """
      insert into calculation (tenant_id, digest, body, factor_ids)
      select ?, digest::bytea, body::jsonb, string_to_array(factors, chr(31))
      from {rows} as c (digest, body, factors)
      on conflict (tenant_id, digest) do nothing""";
  private static final String CALCULATION_IDS =
      """
      select encode(digest, 'hex'), calculation_id from calculation
      where tenant_id = ? and digest = any (?::bytea[])""";
  private static final String EMISSIONS =
      """
      insert into emission (tenant_id, activity_id, component, scope, category, method, kg_co2,
        kg_ch4, kg_n2o, kg_biogenic_co2, kg_co2e, energy_kwh, gwp_set, converted_quantity,
        converted_unit, calculation_id, formula, counted, kg_other_gases, kg_co2e_low, kg_co2e_high,
        data_quality, profile, period_start, period_end, restatement_id,
        superseded_at)
      select t.tenant, i.*, t.restatement, case when t.restatement is not null then now() end
      from (select ?::text as tenant, ?::bigint as restatement) t
      cross join {rows} i""";
  private static final String TYPES =
      """
      bigint, text, smallint, smallint, text, numeric, numeric, numeric, numeric, numeric,
      numeric, text, numeric, text, bigint, text, boolean, jsonb, numeric, numeric,
      numeric, text, date, date""";
  private static final String UNLESS_THERE = " on conflict do nothing";

  /** Told in advance, for a row that asks whether it is there costs half as much again. */
  private static final String SOME_THERE =
      """
      select exists (select 1 from emission
        where activity_id between ? and ? and superseded_at is null)""";

  private static final String GAPS =
      """
      insert into estimate_gap (tenant_id, activity_id, code, message, nearest)
      select ?, activity, code, message, string_to_array(nearest, chr(31))
      from {rows} as g (activity, code, message, nearest)
      on conflict (activity_id, code) do nothing""";
  private static final String SEPARATOR = "\u001f";

  private final TenantDatabase database;

  EmissionStore(TenantDatabase database) {
    this.database = database;
  }

  /**
   * Writes the calculations that emissions will point to, in a transaction of their own: chunks
   * that are worked on side by side use the same ones and would wait for each other's end.
   */
  void prepare(String tenant, EmissionBatch batch) {
    database.stepInTenant(tenant, jdbc -> calculations(jdbc, tenant, batch.items()));
  }

  /**
   * @return gaps written
   */
  public int insert(JdbcTemplate jdbc, String tenant, EmissionBatch batch) {
    emissions(jdbc, tenant, batch, null);
    RowBatch gaps = new RowBatch("bigint, text, text, text");
    for (EmissionBatch.Gap gap : batch.gaps()) {
      gaps.add(gap.activityId(), gap.code(), gap.message(), String.join(SEPARATOR, gap.nearest()));
    }
    return gaps.update(jdbc, GAPS, tenant);
  }

  /** Writes emissions that an approval can put in force; gaps are no part of a proposal. */
  public void propose(JdbcTemplate jdbc, String tenant, EmissionBatch batch, long restatement) {
    emissions(jdbc, tenant, batch, restatement);
  }

  private static void emissions(
      JdbcTemplate jdbc, String tenant, EmissionBatch batch, Long restatement) {
    Map<String, Long> calculations = calculations(jdbc, tenant, batch.items());
    RowBatch emissions = new RowBatch(TYPES);
    for (EmissionBatch.Item item : batch.items()) {
      Long calculation = calculations.get(item.emission().derivation().calculation().digest());
      emissions.add(row(item, calculation));
    }
    boolean fresh = restatement == null && !someThere(jdbc, batch.items());
    emissions.update(jdbc, fresh ? EMISSIONS : EMISSIONS + UNLESS_THERE, tenant, restatement);
  }

  private static boolean someThere(JdbcTemplate jdbc, List<EmissionBatch.Item> items) {
    LongSummaryStatistics ids =
        items.stream().mapToLong(EmissionBatch.Item::activityId).summaryStatistics();
    return jdbc.queryForObject(SOME_THERE, Boolean.class, ids.getMin(), ids.getMax());
  }

  private static Object[] row(EmissionBatch.Item item, Long calculation) {
    Emission emission = item.emission();
    Gases gases = emission.gases();
    return new Object[] {
      item.activityId(),
      emission.component(),
      emission.scope().number(),
      emission.category().orElse(null),
      emission.method(),
      gases.co2().orElse(null),
      gases.ch4().orElse(null),
      gases.n2o().orElse(null),
      gases.biogenicCo2().orElse(null),
      gases.co2e(),
      emission.energyKwh().orElse(null),
      emission.gwpSet(),
      emission.derivation().converted().amount(),
      emission.derivation().converted().unit().symbol(),
      calculation,
      emission.formula(),
      emission.counted(),
      GasAmounts.toJson(gases.otherGases()),
      emission.uncertainty().map(u -> u.low().multiply(gases.co2e())).orElse(null),
      emission.uncertainty().map(u -> u.high().multiply(gases.co2e())).orElse(null),
      emission.dataQuality().orElse(null),
      emission.profile(),
      item.days().map(Days::start).orElse(null),
      item.days().map(Days::end).orElse(null)
    };
  }

  /**
   * Ids of the calculations by digest; those that the tenant has not used yet are written, in
   * order, so that no two writers wait for each other.
   */
  private static Map<String, Long> calculations(
      JdbcTemplate jdbc, String tenant, List<EmissionBatch.Item> items) {
    Map<String, Calculation> used = new TreeMap<>();
    for (EmissionBatch.Item item : items) {
      Calculation calculation = item.emission().derivation().calculation();
      used.putIfAbsent(calculation.digest(), calculation);
    }
    Map<String, Long> ids = ids(jdbc, tenant, used.keySet());
    used.keySet().removeAll(ids.keySet());
    if (!used.isEmpty()) {
      write(jdbc, tenant, used.values());
      ids.putAll(ids(jdbc, tenant, used.keySet()));
    }
    return ids;
  }

  private static void write(
      JdbcTemplate jdbc, String tenant, Collection<Calculation> calculations) {
    RowBatch batch = new RowBatch("text, text, text");
    for (Calculation calculation : calculations) {
      batch.add(
          "\\x" + calculation.digest(),
          calculation.toJson(),
          String.join(SEPARATOR, calculation.factorIds()));
    }
    batch.update(jdbc, CALCULATIONS, tenant);
  }

  private static Map<String, Long> ids(JdbcTemplate jdbc, String tenant, Set<String> digests) {
    Object[] wanted = digests.stream().map(digest -> "\\x" + digest).toArray();
    Map<String, Long> ids = new HashMap<>();
    jdbc.query(
        CALCULATION_IDS,
        statement -> {
          statement.setString(1, tenant);
          statement.setArray(2, statement.getConnection().createArrayOf("text", wanted));
        },
        row -> {
          ids.put(row.getString(1), row.getLong(2));
        });
    return ids;
  }
}
