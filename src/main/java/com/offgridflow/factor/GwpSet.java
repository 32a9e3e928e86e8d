package com.offgridflow.factor;

import java.io.Reader;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Global warming potentials over 100 years of one IPCC assessment, kg CO2e per kg of gas. CO2 is 1.
 *
 * @param name {@code AR4}, {@code AR5} or {@code AR6}
 * @param gwps by the name of the gas: {@code CH4}, {@code HFC-134a}, {@code SF6}
 */
public record GwpSet(String name, Map<String, BigDecimal> gwps) {
  private static final String[] COLUMNS = {"gwp_set", "gas", "gwp100"};

  public GwpSet {
    gwps = Map.copyOf(gwps);
    for (String gas : List.of("CH4", "N2O")) {
      if (!gwps.containsKey(gas)) {
        throw new IllegalArgumentException("GWP set '" + name + "' has no " + gas);
      }
    }
  }

  /**
   * @param table the table's name, for messages
   * @param name which set
   * @throws FactorFormatException when the table cannot be read or lacks the set or its CH4 or N2O
   */
  public static GwpSet read(String table, Reader reader, String name) {
    List<CsvRow> rows = CsvRow.read(table, reader, COLUMNS);
    Map<String, BigDecimal> gwps = new HashMap<>();
    for (CsvRow row : rows) {
      if (row.text("gwp_set").equals(name)) {
        gwps.put(row.required("gas"), row.requiredNumber("gwp100"));
      }
    }
    try {
      return new GwpSet(name, gwps);
    } catch (IllegalArgumentException e) {
      throw new FactorFormatException(table + ": " + e.getMessage() + "; sets: " + sets(rows));
    }
  }

  private static List<String> sets(List<CsvRow> rows) {
    return rows.stream().map(row -> row.text("gwp_set")).distinct().toList();
  }

  public BigDecimal ch4() {
    return gwps.get("CH4");
  }

  public BigDecimal n2o() {
    return gwps.get("N2O");
  }

  /** What a kg of a gas weighs, by its name in {@code gwp100.csv}; empty when the set lacks it. */
  public Optional<BigDecimal> gwp(String gas) {
    return Optional.ofNullable(gwps.get(gas));
  }
}
