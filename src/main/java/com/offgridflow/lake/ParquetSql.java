package com.offgridflow.lake;

/**
 * Values of Parquet columns in DuckDB's SQL, whichever of its types a writer chose: what the clouds
 * describe in a map comes as a map, a struct, a list of keys and values, or as JSON.
 */
final class ParquetSql {

  private static final String MAP = "MAP(VARCHAR, VARCHAR)";

  private ParquetSql() {}

  /** As text; what is nested, as JSON. */
  static String text(String raw, String type) {
    if (type.equals("BLOB")) {
      return "coalesce(try(decode(" + raw + ")), cast(" + raw + " as varchar))";
    }
    return nested(type)
        ? "cast(to_json(" + entries(raw, type) + ") as varchar)"
        : "cast(" + raw + " as varchar)";
  }

  /** As a map of texts, null where it is nothing of the kind. */
  static String map(String raw, String type) {
    return type.equals(MAP)
        ? raw
        : "try_cast(try_cast(" + entries(raw, type) + " as json) as map(varchar, varchar))";
  }

  private static boolean nested(String type) {
    return type.startsWith("MAP(") || type.startsWith("STRUCT(") || type.endsWith("[]");
  }

  private static String entries(String raw, String type) {
    boolean pairs = type.matches("STRUCT\\(\"?key\"? .*, \"?value\"? .*\\)\\[]");
    return pairs ? "map_from_entries(" + raw + ")" : raw;
  }
}
