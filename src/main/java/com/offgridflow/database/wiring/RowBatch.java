package com.offgridflow.database.wiring;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

  private final List<Column> columns;

  /**
   * @param types SQL type of each column, with commas between them
   */
  public RowBatch(String types) {
    this.columns = Stream.of(types.split(",\\s*")).map(Column::new).toList();
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
    return columns.get(0).values.size();
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
    String statement = sql.replace("{rows}", rows());
    return jdbc.update(statement, bound -> bind(bound, before));
  }

  /**
   * The rows as a table. Side by side in a select list arrays are read in step, as they come;
   * {@code from unnest(a, b)} would lay each of them down first, which takes twice as long.
   */
  private String rows() {
    return columns.stream()
        .map(column -> (once(column) ? "?::%s" : "unnest(?::%s[])").formatted(column.type))
        .collect(Collectors.joining(", ", "(select ", ")"));
  }

  /** Never the first column: something has to say how many rows there are. */
  private boolean once(Column column) {
    return column.alike && column != columns.get(0) && size() > FEW;
  }

  private void bind(PreparedStatement statement, Object... before) throws SQLException {
    int position = 1;
    for (Object value : before) {
      statement.setObject(position++, value);
    }
    for (Column column : columns) {
      if (once(column)) {
        statement.setString(position++, column.values.get(0));
      } else {
        String[] values = column.values.toArray(String[]::new);
        statement.setArray(position++, statement.getConnection().createArrayOf("text", values));
      }
    }
  }

  private static final class Column {
    private final String type;
    private final List<String> values = new ArrayList<>();
    private boolean alike = true;

    Column(String type) {
      this.type = type;
    }

    void add(String value) {
      values.add(value);
      alike = alike && Objects.equals(values.get(0), value);
    }
  }
}
