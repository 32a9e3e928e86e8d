package com.offgridflow.restatement.wiring;

import com.offgridflow.emission.Emission;
import com.offgridflow.emission.Gases;
import com.offgridflow.emission.wiring.EmissionBatch;
import com.offgridflow.factor.GasAmounts;
import com.offgridflow.restatement.Figure;
import com.offgridflow.restatement.FigureKey;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/** Emissions, stored and computed, as restating compares them. */
final class Figures {
  /**
   * Of each activity and of its earlier versions, whose emission may still be in force.
   * Market-based ones follow from all activities of a year, not from the one that is estimated.
   */
  private static final String IN_FORCE =
      """
      select v.record, e.component, e.method, e.emission_id, e.converted_quantity,
        e.converted_unit, e.kg_co2e, e.kg_co2, e.kg_ch4, e.kg_n2o, e.kg_biogenic_co2,
        e.kg_other_gases::text, e.counted, e.gwp_set, e.formula, e.profile, c.factor_ids,
        coalesce(e.period_start, v.day) as day
      from activity n
      cross join lateral (
        select n.activity_id, n.source || ' ' || n.record_key as record,
          (n.period_start at time zone 'UTC')::date as day
        union all
        select o.activity_id, o.source || ' ' || o.record_key,
          (o.period_start at time zone 'UTC')::date
        from activity o
        where o.tenant_id = n.tenant_id and o.source = n.source and o.record_key = n.record_key
          and o.superseded_at is not null and n.version > 1) v
      join emission e on e.activity_id = v.activity_id and e.superseded_at is null
      join calculation c using (calculation_id)
      where n.activity_id = any (?) and e.method <> 'market-based'""";

  private Figures() {}

  /** What is in force for the current activities of these ids. */
  static List<Figure> inForce(JdbcTemplate jdbc, Collection<Long> activities) {
    return jdbc.query(IN_FORCE, (row, n) -> stored(row), (Object) activities.toArray(Long[]::new));
  }

  /**
   * @param records source and record key by activity id
   */
  static Figure computed(EmissionBatch.Item item, Map<Long, String> records) {
    Emission emission = item.emission();
    return new Figure(
        new FigureKey(
            records.get(item.activityId()), emission.component(), emission.method(), item.day()),
        0,
        emission.derivation().converted().amount(),
        emission.derivation().converted().unit().symbol(),
        emission.kgCo2e(),
        gases(emission.gases()),
        emission.counted(),
        emission.gwpSet(),
        method(emission.formula(), emission.profile()),
        emission.factorIds());
  }

  private static Figure stored(ResultSet row) throws SQLException {
    return new Figure(
        new FigureKey(
            row.getString("record"),
            row.getString("component"),
            row.getString("method"),
            row.getDate("day").toLocalDate()),
        row.getLong("emission_id"),
        row.getBigDecimal("converted_quantity"),
        row.getString("converted_unit"),
        row.getBigDecimal("kg_co2e"),
        gases(row),
        row.getBoolean("counted"),
        row.getString("gwp_set"),
        method(row.getString("formula"), row.getString("profile")),
        Arrays.asList((String[]) row.getArray("factor_ids").getArray()));
  }

  private static Map<String, BigDecimal> gases(ResultSet row) throws SQLException {
    Map<String, BigDecimal> gases = new HashMap<>();
    put(gases, "CO2", row.getBigDecimal("kg_co2"));
    put(gases, "CH4", row.getBigDecimal("kg_ch4"));
    put(gases, "N2O", row.getBigDecimal("kg_n2o"));
    put(gases, "biogenic CO2", row.getBigDecimal("kg_biogenic_co2"));
    gases.putAll(GasAmounts.ofJson(row.getString("kg_other_gases")));
    return gases;
  }

  private static Map<String, BigDecimal> gases(Gases emitted) {
    Map<String, BigDecimal> gases = new HashMap<>(emitted.otherGases());
    put(gases, "CO2", emitted.co2().orElse(null));
    put(gases, "CH4", emitted.ch4().orElse(null));
    put(gases, "N2O", emitted.n2o().orElse(null));
    put(gases, "biogenic CO2", emitted.biogenicCo2().orElse(null));
    return gases;
  }

  private static void put(Map<String, BigDecimal> gases, String gas, BigDecimal kilograms) {
    if (kilograms != null) {
      gases.put(gas, kilograms);
    }
  }

  private static String method(String formula, String profile) {
    return profile.isEmpty() ? formula : formula + " by " + profile;
  }
}
