package com.offgridflow.lake;

import com.offgridflow.activity.Currencies;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** Writes names and paths into SQL where nothing can be bound: table functions and COPY. */
public final class SqlText {

  private static final String CURRENCIES =
      Currencies.all().stream().map(SqlText::literal).collect(Collectors.joining(", ", "(", ")"));

  private SqlText() {}

  /** A string literal. */
  public static String literal(String value) {
    return "'" + value.replace("'", "''") + "'";
  }

  /** A quoted identifier. */
  public static String identifier(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  /**
   * A file to read, as a literal that means this one file: pattern characters are taken as they
   * are. {@code #} stands in brackets too, so that {@code :#} in a path is no parameter to
   * camel-sql.
   */
  public static String file(Path path) {
    return literal(path.toAbsolutePath().toString().replaceAll("[\\[*?#]", "[$0]"));
  }

  /** A file to write, which is no pattern. */
  public static String target(Path path) {
    return literal(path.toAbsolutePath().toString());
  }

  /**
   * A code of ISO 4217 in any case as upper case, all else as null; for DuckDB and Trino. What most
   * bills are in comes first, because searching the others takes several times longer.
   */
  static String currency(String raw) {
    String code = "upper(trim(cast(" + raw + " as varchar)))";
    return "case when "
        + raw
        + " = 'USD' or "
        + raw
        + " = 'EUR' then "
        + raw
        + " when "
        + code
        + " in "
        + CURRENCIES
        + " then "
        + code
        + " end";
  }
}
