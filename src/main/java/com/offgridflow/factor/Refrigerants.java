package com.offgridflow.factor;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.io.Reader;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The gases and blends that leak from equipment, found however they are written: {@code R-410A},
 * {@code r410a} and {@code R 410 A} are one, {@code CF4} and {@code R-14} are {@code PFC-14}.
 */
public final class Refrigerants {
  private static final String[] BLEND_COLUMNS = {"blend", "gas", "mass_percent", "counted"};
  private static final String[] NAME_COLUMNS = {"name", "gas", "counted"};
  private static final String[] GAS_COLUMNS = {"gas"};

  private final Map<String, Refrigerant> byKey = new HashMap<>();

  private Refrigerants() {}

  /**
   * @param blends {@code refrigerant-blends.csv}
   * @param names {@code gas-names.csv}: further names of gases
   * @param gases {@code gwp100.csv}: the gases themselves
   * @throws FactorFormatException naming table, row, column and value
   * @throws IllegalArgumentException when the shares of a blend do not add up to 1
   */
  static Refrigerants read(Reader blends, Reader names, Reader gases) {
    Refrigerants all = new Refrigerants();
    for (CsvRow row : CsvRow.read("gwp100.csv", gases, GAS_COLUMNS)) {
      all.put(row.required("gas"), pure(row.required("gas"), true));
    }
    for (CsvRow row : CsvRow.read("gas-names.csv", names, NAME_COLUMNS)) {
      Refrigerant gas = pure(row.required("gas"), counted(row));
      all.put(row.required("name"), gas);
      all.put(row.required("gas"), gas);
    }
    CsvRow.read("refrigerant-blends.csv", blends, BLEND_COLUMNS).stream()
        .collect(groupingBy(row -> row.required("blend"), LinkedHashMap::new, toList()))
        .forEach((name, parts) -> all.put(name, blend(name, parts)));
    return all;
  }

  /** Finds a gas or blend; empty when neither is known by that name. */
  public Optional<Refrigerant> find(String name) {
    return Optional.ofNullable(byKey.get(key(name)));
  }

  /** The names known that begin alike, for messages. */
  public List<String> like(String name) {
    String start = key(name).substring(0, Math.min(2, key(name).length()));
    return byKey.entrySet().stream()
        .filter(e -> e.getKey().startsWith(start))
        .map(e -> e.getValue().name())
        .distinct()
        .sorted()
        .limit(Nearest.LIMIT)
        .toList();
  }

  private void put(String name, Refrigerant refrigerant) {
    byKey.put(key(name), refrigerant);
  }

  private static String key(String name) {
    return name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9']", "");
  }

  private static Refrigerant pure(String gas, boolean counted) {
    Map<String, BigDecimal> whole = Map.of(gas, BigDecimal.ONE);
    return counted ? new Refrigerant(gas, whole, Map.of()) : new Refrigerant(gas, Map.of(), whole);
  }

  private static Refrigerant blend(String name, List<CsvRow> parts) {
    Map<String, BigDecimal> gases = new TreeMap<>();
    Map<String, BigDecimal> uncounted = new TreeMap<>();
    for (CsvRow part : parts) {
      (counted(part) ? gases : uncounted)
          .put(part.required("gas"), part.requiredNumber("mass_percent").movePointLeft(2));
    }
    return new Refrigerant(name, gases, uncounted);
  }

  private static boolean counted(CsvRow row) {
    return switch (row.required("counted")) {
      case "yes" -> true;
      case "no" -> false;
      default -> throw row.bad("counted", "yes or no");
    };
  }
}
