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
}
