package com.offgridflow.factor;

import java.io.Reader;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Reads factor tables in the project's own format, one row one factor; see docs/factors.md. A table
 * may lack the columns {@code other_gases}, {@code uncertainty} and {@code price_year}.
 */
public final class FactorCsv {
  static final String[] COLUMNS = {
    "id",
    "kind",
    "subject",
    "place",
    "valid_from",
    "valid_to",
    "per_unit",
    "unit",
    "value",
    "co2",
    "ch4",
    "n2o",
    "biogenic_co2",
    "gwp_set",
    "publisher",
    "edition",
    "table_name",
    "row_name",
    "licence",
    "note"
  };

  static final List<String> OPTIONAL_COLUMNS = List.of("other_gases", "uncertainty", "price_year");

  private static final String[] NONE = {};

  private FactorCsv() {}

  /**
   * @param table the table's name, for messages
   * @throws FactorFormatException naming table, row, column and value
   */
  public static List<Factor> read(String table, Reader reader) {
    return CsvRow.read(table, reader, COLUMNS).stream().map(FactorCsv::factor).toList();
  }

  /**
   * @throws FactorFormatException naming the first thing that is wrong with the row
   */
  static Factor factor(CsvRow row) {
    try {
      return new Factor(
          row.required("id"),
          row.required("kind"),
          row.text("subject"),
          row.required("place"),
          new Validity(row.date("valid_from"), row.date("valid_to")),
          row.unit("per_unit"),
          row.unit("unit"),
          amounts(row),
          row.optional("uncertainty").map(Uncertainty::parse),
          priceYear(row),
          row.text("gwp_set"),
          source(row),
          row.text("note"));
    } catch (IllegalArgumentException e) {
      throw new FactorFormatException(row.where() + ": " + e.getMessage());
    }
  }

  private static Amounts amounts(CsvRow row) {
    return new Amounts(
        row.number("value"),
        row.number("co2"),
        row.number("ch4"),
        row.number("n2o"),
        row.number("biogenic_co2"),
        otherGases(row));
  }

  /** {@code HFC-32:0.5;HFC-125:0.5}. */
  private static Map<String, BigDecimal> otherGases(CsvRow row) {
    Map<String, BigDecimal> gases = new TreeMap<>();
    for (String gas : row.optional("other_gases").map(text -> text.split(";")).orElse(NONE)) {
      String[] parts = gas.split(":");
      if (parts.length != 2 || !parts[1].strip().matches("\\d+(\\.\\d+)?([eE]-?\\d+)?")) {
        throw row.bad("other_gases", "gases with kg, such as HFC-32:0.5;HFC-125:0.5");
      }
      gases.put(parts[0].strip(), new BigDecimal(parts[1].strip()));
    }
    return gases;
  }

  private static Optional<Integer> priceYear(CsvRow row) {
    Optional<String> year = row.optional("price_year");
    if (year.isPresent() && !year.get().matches("[12]\\d{3}")) {
      throw row.bad("price_year", "a year such as 2022, or nothing");
    }
    return year.map(Integer::valueOf);
  }

  static Source source(CsvRow row) {
    return new Source(
        row.required("publisher"),
        row.required("edition"),
        row.required("table_name"),
        row.required("row_name"),
        row.required("licence"));
  }
}
