package com.offgridflow.emission.wiring;

import com.offgridflow.emission.Emission;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;

/** Market-based emissions in their table: what differs takes the place of what was there. */
@ApplicationScoped
public class MarketBasedStore {
  private static final String YEARS =
      """
      select distinct extract(year from a.period_start at time zone 'UTC')::int from activity a
      where a.tenant_id = ? and a.kind in ('electricity', 'heat', 'steam', 'cooling') and (
        (a.superseded_at is null and a.run_id = any (?))
        or (a.superseded_at is not null and a.activity_id in (%s)))""";
  private static final String YEARS_WITHOUT_FIGURE =
      """
      select distinct extract(year from a.period_start at time zone 'UTC')::int from activity a
      where a.tenant_id = ? and a.kind in ('electricity', 'heat', 'steam', 'cooling')
        and a.superseded_at is null
        and exists (select 1 from emission e where e.activity_id = a.activity_id
          and e.superseded_at is null)
        and not exists (select 1 from emission e where e.activity_id = a.activity_id
          and e.superseded_at is null and e.method = 'market-based')
        and not exists (select 1 from estimate_gap g where g.activity_id = a.activity_id
          and g.code = 'WITHHELD')""";
  private static final String OUTDATED =
      """
      select e.activity_id from emission e join activity o using (activity_id)
      where e.tenant_id = ? and e.superseded_at is null and e.method = 'market-based'
        and o.superseded_at is not null""";
  private static final String SUPERSEDE_OUTDATED =
      """
      update emission set superseded_at = now()
      where superseded_at is null and method = 'market-based' and activity_id in (%s)"""
          .formatted(OUTDATED);
  private static final String CURRENT =
      """
      select e.emission_id, e.activity_id, e.component, e.converted_quantity, e.kg_co2e,
        encode(c.digest, 'hex') as digest
      from emission e join calculation c using (calculation_id)
      where e.tenant_id = ? and e.superseded_at is null and e.method = 'market-based'
        and e.activity_id = any (?)""";
  private static final String SUPERSEDE =
      "update emission set superseded_at = now() where emission_id = any (?)";
  private static final String FORGET_WITHHELD =
      """
      delete from estimate_gap where tenant_id = ? and code = 'WITHHELD'
        and message like 'market-based: %' and activity_id = any (?)""";

  private final EmissionStore emissions;

  MarketBasedStore(EmissionStore emissions) {
    this.emissions = emissions;
  }

  private record Key(long activity, String component) {}

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

  /** Years whose purchased energy these runs brought, or took the place of. */
  Set<Integer> years(JdbcTemplate jdbc, String tenant, List<Long> runs) {
    String sql = YEARS.formatted(OUTDATED);
    Object ids = runs.toArray(Long[]::new);
    return new TreeSet<>(jdbc.queryForList(sql, Integer.class, tenant, ids, tenant));
  }

  /** Years with purchased energy that has another figure, but none by this method. */
  Set<Integer> yearsWithoutFigure(JdbcTemplate jdbc, String tenant) {
    return new TreeSet<>(jdbc.queryForList(YEARS_WITHOUT_FIGURE, Integer.class, tenant));
  }

  /** Emissions of activities that are current no longer are so neither. */
  void supersedeOutdated(JdbcTemplate jdbc, String tenant) {
    jdbc.update(SUPERSEDE_OUTDATED, tenant);
  }

  /** Writes what is new or differs; what agrees with what is there is left alone. */
  void replace(JdbcTemplate jdbc, String tenant, Long[] activities, EmissionBatch batch) {
    Map<Key, Figures> wanted = new HashMap<>();
    batch
        .items()
        .forEach(
            item ->
                wanted.put(
                    new Key(item.activityId(), item.emission().component()),
                    Figures.of(item.emission())));
    Long[] different = different(jdbc, tenant, activities, wanted);
    if (different.length > 0) {
      jdbc.update(SUPERSEDE, (Object) different);
    }
    jdbc.update(FORGET_WITHHELD, tenant, activities);
    emissions.insert(jdbc, tenant, batch);
  }

  private static Long[] different(
      JdbcTemplate jdbc, String tenant, Long[] activities, Map<Key, Figures> wanted) {
    List<Long> ids = new ArrayList<>();
    jdbc.query(
        CURRENT,
        row -> {
          Key key = new Key(row.getLong("activity_id"), row.getString("component"));
          Figures there =
              new Figures(
                  row.getBigDecimal("converted_quantity"),
                  row.getBigDecimal("kg_co2e"),
                  row.getString("digest"));
          if (!wanted.containsKey(key) || !wanted.get(key).agreesWith(there)) {
            ids.add(row.getLong("emission_id"));
          }
        },
        tenant,
        activities);
    return ids.toArray(Long[]::new);
  }
}
