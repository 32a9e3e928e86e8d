package com.offgridflow.emission.wiring;

import com.offgridflow.database.wiring.RowBatch;
import com.offgridflow.emission.Emission;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/** Market-based emissions in their table: what differs takes the place of what was there. */
@ApplicationScoped
public class MarketBasedStore {
  private static final String CURRENT =
      """
      select e.emission_id, e.activity_id, e.component, e.converted_quantity, e.kg_co2e,
        encode(c.digest, 'hex') as digest,
        coalesce(e.period_start, (a.period_start at time zone 'UTC')::date) as day
      from emission e join calculation c using (calculation_id) join activity a using (activity_id)
      where e.tenant_id = ? and e.superseded_at is null and e.method = 'market-based'
        and e.activity_id = any (?)""";
  private static final String SUPERSEDE =
      "update emission set superseded_at = now() where emission_id = any (?)";
  private static final String FORGET_WITHHELD =
      """
      with t as (select ?::text as tenant)
      delete from market_withheld w using t, {rows} as n (activity, day)
      where w.tenant_id = t.tenant and w.activity_id = n.activity and w.day = n.day""";
  private static final String WITHHOLD =
      """
      insert into market_withheld (tenant_id, activity_id, day, message)
      select ?, * from {rows} as r""";
  private static final String FORGET_GAPS =
      """
      delete from estimate_gap where tenant_id = ? and code = 'WITHHELD'
        and message like 'market-based: %' and activity_id = any (?)""";
  private static final String GAPS =
      """
      insert into estimate_gap (tenant_id, activity_id, code, message)
      select distinct on (w.activity_id) w.tenant_id, w.activity_id, 'WITHHELD', 'market-based: '
        || w.message || ' (' || a.evidence_object || ', ' || a.locator || ')'
      from market_withheld w join activity a using (activity_id)
      where w.tenant_id = ? and w.activity_id = any (?)
      order by w.activity_id, w.day
      on conflict (activity_id, code) do nothing""";

  private final EmissionStore emissions;

  MarketBasedStore(EmissionStore emissions) {
    this.emissions = emissions;
  }

  /** A part of an activity that has no figure yet, and why. */
  record Withheld(long activity, LocalDate day, String message) {}

  private record Key(long activity, LocalDate day, String component) {
    static Key of(EmissionBatch.Item item) {
      return new Key(item.activityId(), item.day(), item.emission().component());
    }
  }

  private record Figures(BigDecimal kwh, BigDecimal kgCo2e, String digest) {
    static Figures of(Emission e) {
      return new Figures(
          e.derivation().converted().amount(), e.kgCo2e(), e.derivation().calculation().digest());
    }

    boolean agreesWith(Figures other) {
      return kwh.compareTo(other.kwh) == 0
          && kgCo2e.compareTo(other.kgCo2e) == 0
          && digest.equals(other.digest);
    }
  }

  /**
   * Writes what is new or differs; what agrees with what is there is left alone.
   *
   * @param days whose figures the batch has, all of them
   */
  void replace(
      JdbcTemplate jdbc,
      String tenant,
      Long[] activities,
      Predicate<LocalDate> days,
      EmissionBatch batch) {
    Map<Key, Figures> wanted = new HashMap<>();
    batch.items().forEach(item -> wanted.put(Key.of(item), Figures.of(item.emission())));
    List<Long> different = new ArrayList<>();
    Set<Key> there = new HashSet<>();
    RowCallbackHandler each =
        row -> {
          LocalDate day = row.getObject("day", LocalDate.class);
          Key key = new Key(row.getLong("activity_id"), day, row.getString("component"));
          Figures stored =
              new Figures(
                  row.getBigDecimal("converted_quantity"),
                  row.getBigDecimal("kg_co2e"),
                  row.getString("digest"));
          if (wanted.containsKey(key) && wanted.get(key).agreesWith(stored)) {
            there.add(key);
          } else if (days.test(day)) {
            different.add(row.getLong("emission_id"));
          }
        };
    jdbc.query(CURRENT, each, tenant, activities);
    jdbc.update(SUPERSEDE, (Object) different.toArray(Long[]::new));
    emissions.insert(jdbc, tenant, batch.only(item -> !there.contains(Key.of(item))));
  }

  /**
   * Remembers which of the parts that were looked at are withheld; a gap of the activity says so.
   */
  void withhold(
      JdbcTemplate jdbc,
      String tenant,
      Long[] activities,
      RowBatch lookedAt,
      List<Withheld> withheld) {
    lookedAt.update(jdbc, FORGET_WITHHELD, tenant);
    RowBatch rows = new RowBatch("bigint, date, text");
    withheld.forEach(part -> rows.add(part.activity(), part.day(), part.message()));
    rows.update(jdbc, WITHHOLD, tenant);
    jdbc.update(FORGET_GAPS, tenant, activities);
    jdbc.update(GAPS, tenant, activities);
  }
}
