package com.offgridflow.database.wiring;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Many rows for one statement that reads them {@code from {rows} as name}: a column an array, and a
 * column in which all rows are alike sent once, for most columns of a bill's month are, and
 * PostgreSQL takes longer to unpack them than to store what differs. COPY would be the usual way,
 * but PostgreSQL refuses it on tables with row-level security.
 */
public final class RowBatch {
  /** With fewer rows each statement would differ from the one before, and none would be kept. */
  private static final int FEW = 100;

  private final List<String> types;
  private final List<List<String>> columns;

  /**
   * @param types SQL type of each column, with commas between them
   */
  public RowBatch(String types) {
    this.types = List.of(types.split(",\\s*"));
    this.columns = this.types.stream().<List<String>>map(type -> new ArrayList<>()).toList();
  }

  /** One value a column, each null or with the SQL literal as its {@code toString()}. */
  public void add(Object... row) {
    if (row.length != columns.size()) {
      throw new IllegalArgumentException(row.length + " values for " + columns.size() + " columns");
    }
    for (int i = 0; i < row.length; i++) {
      columns.get(i).add(row[i] == null ? null : literal(row[i]));
    }
  }

  /**
   * A fraction as its digits and an exponent, 125E-2 for 1.25, which is one to SQL as well: to lay
   * its digits out around a point costs the JIT compiler alone more than all else of a batch.
   */
  private static String literal(Object value) {
    return value instanceof BigDecimal number && number.scale() != 0
        ? number.unscaledValue() + "E" + -number.scale()
        : value.toString();
  }

  public int size() {
    return columns.get(0).size();
  }

  /**
   * Runs the statement unless there is nothing to do. Its other parameters stand before the rows.
   *
   * @return rows affected
   */
  public int update(JdbcTemplate jdbc, String sql, Object... before) {
    if (size() == 0) {
      return 0;
    }
    List<Integer> alike = columns(true);
    List<Integer> differing = columns(false);
    String statement = sql.replace("{rows}", rows(alike, differing));
    return jdbc.update(statement, bound -> bind(bound, alike, differing, before));
  }

  /** The first column stays an array in any case: something has to say how many rows there are. */
  private List<Integer> columns(boolean alike) {
    return IntStream.range(0, columns.size())
        .filter(i -> alike == (i > 0 && alike(columns.get(i))))
        .boxed()
        .toList();
  }

  private static boolean alike(List<String> column) {
    String first = column.get(0);
    return column.size() > FEW && column.stream().allMatch(value -> Objects.equals(first, value));
  }

  /** The rows as a table: what differs by unnest, the rest as it is. */
  private String rows(List<Integer> alike, List<Integer> differing) {
    String columns =
        IntStream.range(0, types.size())
            .mapToObj(i -> alike.contains(i) ? "?::" + types.get(i) : "u.c" + i)
            .collect(Collectors.joining(", "));
    String arrays =
        differing.stream().map(i -> "?::" + types.get(i) + "[]").collect(Collectors.joining(", "));
    String names = differing.stream().map(i -> "c" + i).collect(Collectors.joining(", "));
    return "(select %s from unnest(%s) as u (%s))".formatted(columns, arrays, names);
  }

  private void bind(
      PreparedStatement statement, List<Integer> alike, List<Integer> differing, Object... before)
      throws SQLException {
    int position = 1;
    for (Object value : before) {
      statement.setObject(position++, value);
    }
    for (int column : alike) {
      statement.setString(position++, columns.get(column).get(0));
    }
    for (int column : differing) {
      statement.setArray(position++, array(statement.getConnection(), columns.get(column)));
    }
  }

  private static Array array(Connection connection, List<String> column) throws SQLException {
    return connection.createArrayOf("text", column.toArray(String[]::new));
  }
}
