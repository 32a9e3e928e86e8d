package com.offgridflow.factor.wiring;

/** Small factor tables for tests. */
final class FactorTables {
  static final String HEADER =
      "id,kind,subject,place,valid_from,valid_to,per_unit,unit,value,co2,ch4,n2o,biogenic_co2,"
          + "gwp_set,publisher,edition,table_name,row_name,licence,note\n";

  private FactorTables() {}

  static String of(String... rows) {
    return HEADER + String.join("", rows);
  }

  /** kg CO2e per kWh of electricity at a place, always valid. */
  static String row(String id, String kind, String place, String value) {
    return "%s,%s,,%s,,,kWh,kg CO2e,%s,,,,,,Acme,2025,Sheet 1,%s,own,\n"
        .formatted(id, kind, place, value, id);
  }

  static String grid(String id, String place, String value) {
    return row(id, "grid.location", place, value);
  }
}
