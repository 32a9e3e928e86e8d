package com.offgridflow.factor;

import java.io.Reader;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which eGRID subregions a US ZIP code lies in, immutable. A ZIP code on a border lies in several,
 * the main one first, as EPA's ZIP code tool lists them.
 */
public final class GridZones {
  private static final String[] COLUMNS = {"zip_from", "zip_to", "subregions"};

  private final TreeMap<Integer, Range> ranges = new TreeMap<>();
  private final Set<String> subregions = new HashSet<>();

  private record Range(int to, List<String> zones) {}

  private GridZones() {}

  /**
   * @param table the table's name, for messages
   * @throws FactorFormatException naming table, row, column and value
   */
  public static GridZones read(String table, Reader reader) {
    GridZones zones = new GridZones();
    for (CsvRow row : CsvRow.read(table, reader, COLUMNS)) {
      List<String> subregions = List.of(row.required("subregions").split(" "));
      zones.ranges.put(zip(row, "zip_from"), new Range(zip(row, "zip_to"), subregions));
      zones.subregions.addAll(subregions);
    }
    return zones;
  }

  private static int zip(CsvRow row, String column) {
    try {
      return row.requiredNumber(column).intValueExact();
    } catch (ArithmeticException e) {
      throw row.bad(column, "a ZIP code such as 02139");
    }
  }

  /** Whether any ZIP code lies in this subregion. */
  public boolean contains(String subregion) {
    return subregions.contains(subregion);
  }

  /**
   * The subregions of a ZIP code, main one first; empty when the code is not known.
   *
   * @param postcode five digits, or ZIP+4 such as {@code 02139-4307}
   */
  public List<String> ofZip(String postcode) {
    String text = postcode.strip();
    if (!text.matches("\\d{5}(-\\d{4})?")) {
      return List.of();
    }
    int zip = Integer.parseInt(text.substring(0, 5));
    Map.Entry<Integer, Range> entry = ranges.floorEntry(zip);
    return entry == null || entry.getValue().to() < zip ? List.of() : entry.getValue().zones();
  }
}
