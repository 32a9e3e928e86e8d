package com.offgridflow.lake;

import java.nio.file.Path;

/** Writes names and paths into SQL where nothing can be bound: table functions and COPY. */
public final class SqlText {

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
   * Three letters in any case as upper-case ones, all else as null; for DuckDB and Trino. What most
   * bills are in comes first, because looking at letters takes several times longer.
   */
  static String currency(String raw) {
    String code = "upper(trim(cast(" + raw + " as varchar)))";
    String letter = " and substr(" + code + ", %d, 1) between 'A' and 'Z'";
    return "case when "
        + raw
        + " = 'USD' or "
        + raw
        + " = 'EUR' then "
        + raw
        + " when length("
        + code
        + ") = 3"
        + letter.formatted(1)
        + letter.formatted(2)
        + letter.formatted(3)
        + " then "
        + code
        + " end";
  }
}
