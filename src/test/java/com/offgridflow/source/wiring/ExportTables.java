package com.offgridflow.source.wiring;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.duckdb.DuckDBDriver;

/**
 * Tables as Google Cloud exports them, in DuckDB, and the hub's GoogleSQL on them. The queries keep
 * to what both languages have; what differs is translated here: the names of tables, parameters and
 * one type, and that GoogleSQL names the element of an array where DuckDB names the row.
 */
final class ExportTables implements AutoCloseable {
  private static final String BILLING =
      """
      create table "%s" (_PARTITIONTIME timestamp, billing_account_id varchar,
        service struct(id varchar, description varchar), sku struct(id varchar, description varchar),
        usage_start_time timestamp, usage_end_time timestamp,
        project struct(id varchar, "number" varchar, "name" varchar),
        location struct(location varchar, country varchar, region varchar, "zone" varchar),
        export_time timestamp, cost double, currency varchar,
        usage struct(amount double, unit varchar, amount_in_pricing_units double, pricing_unit varchar),
        credits struct("name" varchar, amount double, full_name varchar, id varchar, "type" varchar)[],
        invoice struct("month" varchar), cost_type varchar,
        adjustment_info struct(id varchar, description varchar, "mode" varchar, "type" varchar),
        seller_name varchar, transaction_type varchar)""";
  private static final String CARBON =
      """
      create table "%s" (usage_month date, billing_account_id varchar,
        project struct(id varchar, "number" varchar), service struct(id varchar, description varchar),
        location struct(location varchar, region varchar), carbon_model_version bigint,
        carbon_footprint_total_kgCO2e struct(location_based double, market_based double),
        carbon_footprint_kgCO2e struct(scope1 double,
          scope2 struct(location_based double, market_based double), scope3 double))""";

  private final Connection connection;

  ExportTables() {
    try {
      connection = new DuckDBDriver().connect("jdbc:duckdb:", new Properties());
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  void billing(String table) {
    execute(BILLING.formatted(table));
  }

  void carbon(String table) {
    execute(CARBON.formatted(table));
  }

  /** Appends rows, by column; columns that a row lacks are null. */
  void append(String table, List<? extends Map<String, ?>> rows) {
    try {
      Path file = Files.createTempFile("rows", ".json");
      Files.writeString(file, json(rows));
      execute(
          "insert into \"%s\" by name select * from read_json('%s', format='array')"
              .formatted(table, file));
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String json(Object rows) {
    try {
      return new ObjectMapper().writeValueAsString(rows);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** Columns with their types, and rows of texts. */
  record Answer(List<String> names, List<String> types, List<List<String>> rows) {
    /** Rows as the component hands them over. */
    List<Map<String, String>> maps() {
      List<Map<String, String>> maps = new ArrayList<>();
      for (List<String> row : rows) {
        Map<String, String> map = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
          map.put(names.get(i), row.get(i));
        }
        maps.add(map);
      }
      return maps;
    }
  }

  /** Runs GoogleSQL with named parameters. */
  synchronized Answer query(String googleSql, Map<String, String> parameters) {
    String sql = translated(googleSql, parameters);
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      return answer(result);
    } catch (SQLException e) {
      throw new IllegalArgumentException(e.getMessage().replace('\n', ' '), e);
    }
  }

  static String translated(String googleSql, Map<String, String> parameters) {
    String sql =
        googleSql
            .replace('`', '"')
            .replace("bignumeric", "decimal(38, 15)")
            .replace("unnest(credits) as credit", "unnest(credits) as c(credit)");
    for (Map.Entry<String, String> parameter : parameters.entrySet()) {
      sql = sql.replace("@" + parameter.getKey(), "'" + parameter.getValue() + "'");
    }
    return sql;
  }

  private static Answer answer(ResultSet result) throws SQLException {
    ResultSetMetaData meta = result.getMetaData();
    List<String> names = new ArrayList<>();
    List<String> types = new ArrayList<>();
    for (int i = 1; i <= meta.getColumnCount(); i++) {
      names.add(meta.getColumnName(i));
      types.add(type(meta.getColumnTypeName(i)));
    }
    List<List<String>> rows = new ArrayList<>();
    while (result.next()) {
      List<String> row = new ArrayList<>();
      for (int i = 1; i <= names.size(); i++) {
        row.add(result.getString(i));
      }
      rows.add(row);
    }
    return new Answer(names, types, rows);
  }

  private static String type(String duckDb) {
    if (duckDb.startsWith("DECIMAL")) {
      return "BIGNUMERIC";
    }
    return duckDb.equals("VARCHAR") ? "STRING" : "INTEGER";
  }

  private void execute(String sql) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
