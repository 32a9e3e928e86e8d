package com.offgridflow.factor;

import java.io.Reader;
import java.util.List;

/** Reads factor tables in the project's own format, one row one factor; see docs/factors.md. */
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
        row.number("biogenic_co2"));
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
