package com.offgridflow.factor;

import java.io.Reader;
import java.math.BigDecimal;
import java.util.List;

/**
 * Global warming potentials over 100 years of one IPCC assessment, kg CO2e per kg of gas. CO2 is 1.
 *
 * @param name {@code AR4}, {@code AR5} or {@code AR6}
 * @param ch4 methane
 * @param n2o nitrous oxide
 */
public record GwpSet(String name, BigDecimal ch4, BigDecimal n2o) {
  private static final String[] COLUMNS = {"gwp_set", "gas", "gwp100"};

  /**
   * @param table the table's name, for messages
   * @param name which set
   * @throws FactorFormatException when the table cannot be read or lacks the set or one of its
   *     gases
   */
  public static GwpSet read(String table, Reader reader, String name) {
    List<CsvRow> rows = CsvRow.read(table, reader, COLUMNS);
    return new GwpSet(name, gwp(table, rows, name, "CH4"), gwp(table, rows, name, "N2O"));
  }

  private static BigDecimal gwp(String table, List<CsvRow> rows, String name, String gas) {
    return rows.stream()
        .filter(row -> row.text("gwp_set").equals(name) && row.text("gas").equals(gas))
        .map(row -> row.requiredNumber("gwp100"))
        .findFirst()
        .orElseThrow(
            () ->
                new FactorFormatException(
                    table + " has no " + gas + " in set '" + name + "'; sets: " + sets(rows)));
  }

  private static List<String> sets(List<CsvRow> rows) {
    return rows.stream().map(row -> row.text("gwp_set")).distinct().toList();
  }
}
