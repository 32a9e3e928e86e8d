package com.offgridflow.database.wiring;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Many rows for one statement over {@code unnest(?, ?, ...)}, a column an array. COPY would be the
 * usual way, but PostgreSQL refuses it on tables with row-level security.
 */
public final class ColumnBatch {
  private final List<List<String>> columns = new ArrayList<>();

  public ColumnBatch(int width) {
    for (int i = 0; i < width; i++) {
      columns.add(new ArrayList<>());
    }
  }

  /** One value a column, each null or with the SQL literal as its {@code toString()}. */
  public void add(Object... row) {
    add(columns, row);
  }

  static void add(List<List<String>> columns, Object... row) {
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
   * Runs the statement unless there is nothing to do. Its first parameters are {@code before}, then
   * come the columns as {@code text[]}, for the statement to cast.
   *
   * @return rows affected
   */
  public int update(JdbcTemplate jdbc, String sql, Object... before) {
    if (size() == 0) {
      return 0;
    }
    return jdbc.update(sql, statement -> bind(statement, before));
  }

  private void bind(PreparedStatement statement, Object... before) throws SQLException {
    int position = 1;
    for (Object value : before) {
      statement.setObject(position++, value);
    }
    for (List<String> column : columns) {
      statement.setArray(position++, RowBatch.array(statement.getConnection(), column));
    }
  }
}
