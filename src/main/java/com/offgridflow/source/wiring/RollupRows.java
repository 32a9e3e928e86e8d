package com.offgridflow.source.wiring;

import com.offgridflow.source.RollupRow;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.camel.component.sql.RowMapperFactory;
import org.springframework.jdbc.core.RowMapper;

/**
 * Reads what a rollup returns. Its columns are taken by their position, which is the same in all
 * rollups: a month is tens of thousands of rows, and a map of each would cost more than its use.
 */
@ApplicationScoped
@Named("rollupRows")
public class RollupRows implements RowMapperFactory {
  private static final List<String> COLUMNS =
      List.of(
          "disposition",
          "kind",
          "subject",
          "quantity",
          "unit",
          "day",
          "account",
          "service",
          "region",
          "supplier",
          "cost",
          "currency",
          "lines");

  @Override
  public RowMapper<RollupRow> newColumnRowMapper() {
    return (row, n) -> {
      if (n == 0) {
        requireColumns(row.getMetaData());
      }
      return read(row);
    };
  }

  @Override
  public RowMapper<?> newBeanRowMapper(Class<?> type) {
    throw new UnsupportedOperationException("a rollup has rows of one kind, not of " + type);
  }

  private static void requireColumns(ResultSetMetaData columns) throws SQLException {
    List<String> names = new ArrayList<>();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      names.add(columns.getColumnLabel(i).toLowerCase(Locale.ROOT));
    }
    if (!names.equals(COLUMNS)) {
      throw new SQLException(
          "the rollup returns the columns " + names + ", and must return " + COLUMNS);
    }
  }

  private static RollupRow read(ResultSet row) throws SQLException {
    return new RollupRow(
        text(row, 1),
        text(row, 2),
        text(row, 3),
        row.getBigDecimal(4),
        text(row, 5),
        row.getObject(6, LocalDate.class),
        text(row, 7),
        text(row, 8),
        text(row, 9),
        text(row, 10),
        row.getBigDecimal(11) == null ? BigDecimal.ZERO : row.getBigDecimal(11),
        text(row, 12),
        row.getLong(13));
  }

  private static String text(ResultSet row, int column) throws SQLException {
    String value = row.getString(column);
    return value == null ? "" : value;
  }
}
