package com.offgridflow.lake;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A table of a cluster over the objects of a billing export. Its name stands in SQL, where
 * parameters cannot name tables, and is therefore checked strictly.
 *
 * @param name like {@code hive.billing.cur2}
 * @param columns in their order
 */
public record LakeTable(String name, List<Column> columns) {
  private static final Pattern NAME = Pattern.compile("[a-z0-9_]+\\.[a-z0-9_]+\\.[a-z0-9_]+");

  /**
   * @param type as Trino writes it, such as {@code timestamp(3)}
   */
  public record Column(String name, String type) {
    boolean is(String kind) {
      return type.toLowerCase(Locale.ROOT).startsWith(kind);
    }
  }

  public LakeTable {
    columns = List.copyOf(columns);
    requireName(name);
  }

  /**
   * @throws IllegalArgumentException when it names no table
   */
  public static String requireName(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "'%s' names no table; it should be like hive.billing.cur2, in lower case"
              .formatted(name));
    }
    return name;
  }

  /** The table's name as it stands in SQL. */
  String sql() {
    return '"' + name.replace(".", "\".\"") + '"';
  }

  /** The column that holds what the format's column is read from. */
  Optional<Column> of(BillingColumn wanted) {
    return wanted
        .in(names())
        .flatMap(name -> columns.stream().filter(c -> c.name().equals(name)).findFirst());
  }

  public List<String> names() {
    return columns.stream().map(Column::name).toList();
  }
}
