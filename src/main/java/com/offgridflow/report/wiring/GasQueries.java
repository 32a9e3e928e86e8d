package com.offgridflow.report.wiring;

import com.offgridflow.factor.GwpSet;
import com.offgridflow.factor.ShippedFactors;
import com.offgridflow.report.Gas;
import com.offgridflow.report.GasTotal;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/**
 * Emissions told apart by gas, each weighted by the set that its emission names. Emissions of a
 * factor that states CO2e alone, or that names no such set, count as untold.
 */
final class GasQueries {
  private static final Set<String> SETS = Set.of("SAR", "TAR", "AR4", "AR5", "AR5-CCF", "AR6");

  private static final String GASES =
      """
      select scope, method, category, gwp_set, sum(kg_co2), sum(kg_ch4), sum(kg_n2o),
        sum(kg_biogenic_co2), sum(untold), sum(emissions)
      from report_sum group by 1, 2, 3, 4 order by 1, 2, 3, 4""";

  private static final String OTHERS =
      """
      select e.scope, e.method, e.category, e.gwp_set, g.key, sum(g.value::numeric)
      from report_scope e cross join lateral jsonb_each_text(e.kg_other_gases) g
      where e.kg_other_gases is not null
      group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5""";

  private record Group(int scope, String method, Optional<Integer> category, String gwpSet) {}

  private final Map<String, GwpSet> sets = new HashMap<>();

  private GasQueries() {}

  /** Of what {@link ReportScope} holds. */
  static List<GasTotal> of(JdbcTemplate jdbc) {
    return new GasQueries().totals(jdbc);
  }

  private List<GasTotal> totals(JdbcTemplate jdbc) {
    Map<Group, Map<Gas, BigDecimal>> others = new HashMap<>();
    RowCallbackHandler each = row -> addOther(row, others);
    jdbc.query(OTHERS, each);
    return jdbc.query(GASES, (row, n) -> total(row, others));
  }

  private void addOther(ResultSet row, Map<Group, Map<Gas, BigDecimal>> others)
      throws SQLException {
    Group group = group(row);
    String name = row.getString(5);
    Optional<Gas> gas = family(name);
    Optional<BigDecimal> weight = set(group.gwpSet()).flatMap(set -> set.gwp(name));
    if (gas.isPresent() && weight.isPresent()) {
      others
          .computeIfAbsent(group, unused -> new EnumMap<>(Gas.class))
          .merge(gas.get(), row.getBigDecimal(6).multiply(weight.get()), BigDecimal::add);
    }
  }

  /** Names of gases begin with their family; what is no gas of the Kyoto Protocol has none here. */
  private static Optional<Gas> family(String name) {
    if (name.startsWith("HFC-")) {
      return Optional.of(Gas.HFCS);
    }
    if (name.startsWith("PFC-")) {
      return Optional.of(Gas.PFCS);
    }
    return switch (name) {
      case "SF6" -> Optional.of(Gas.SF6);
      case "NF3" -> Optional.of(Gas.NF3);
      default -> Optional.empty();
    };
  }

  private GasTotal total(ResultSet row, Map<Group, Map<Gas, BigDecimal>> others)
      throws SQLException {
    Group group = group(row);
    Optional<GwpSet> set = set(group.gwpSet());
    Map<Gas, BigDecimal> gases = new EnumMap<>(Gas.class);
    gases.putAll(others.getOrDefault(group, Map.of()));
    put(gases, Gas.CO2, row.getBigDecimal(5), BigDecimal.ONE);
    put(gases, Gas.BIOGENIC_CO2, row.getBigDecimal(8), BigDecimal.ONE);
    if (set.isPresent()) {
      put(gases, Gas.CH4, row.getBigDecimal(6), set.get().ch4());
      put(gases, Gas.N2O, row.getBigDecimal(7), set.get().n2o());
    }
    long all = row.getLong(10);
    long untold = set.isPresent() ? row.getLong(9) : all;
    return new GasTotal(
        group.scope(), group.method(), group.category(), gases, all - untold, untold);
  }

  private Optional<GwpSet> set(String name) {
    return SETS.contains(name)
        ? Optional.of(sets.computeIfAbsent(name, ShippedFactors::gwp))
        : Optional.empty();
  }

  private static Group group(ResultSet row) throws SQLException {
    return new Group(
        row.getInt(1), row.getString(2), EmissionTotals.category(row, 3), row.getString(4));
  }

  private static void put(Map<Gas, BigDecimal> gases, Gas gas, BigDecimal kg, BigDecimal weight) {
    if (kg != null) {
      gases.put(gas, kg.multiply(weight));
    }
  }
}
