package com.offgridflow.source.wiring;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import org.duckdb.DuckDBDriver;

/** The pairs of input and expected activities that each source has, and places for more. */
final class Samples {
  private static final String CUR_2_AS_PARQUET =
      """
      copy (select * replace (
          cast(line_item_usage_start_date as timestamp) as line_item_usage_start_date,
          cast(line_item_usage_amount as double) as line_item_usage_amount,
          cast(line_item_unblended_cost as double) as line_item_unblended_cost,
          cast(cast(product as json) as map(varchar, varchar)) as product,
          cast(reservation_effective_cost as double) as reservation_effective_cost,
          cast(savings_plan_savings_plan_effective_cost as double)
            as savings_plan_savings_plan_effective_cost)
        from read_csv('%s', header=true, all_varchar=true)) to '%s' (format parquet)""";

  private Samples() {}

  /** The input of a kind, where the build put it. */
  static Path input(String kind) {
    return Path.of("target/test-classes/source", kind, "input").toAbsolutePath();
  }

  /** What must come out of it, in order. */
  static List<String> expected(String kind) {
    String name = "/source/" + kind + "/expected/activities.csv";
    try (InputStream in = Samples.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .skip(1)
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A new directory that connections may read. */
  static Path directory() {
    try {
      return Files.createTempDirectory(Path.of("target").toAbsolutePath(), "bills-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The CUR 2.0 sample as Parquet, laid out as AWS Data Exports do. */
  static Path cur2(Path directory) throws IOException {
    Path month = directory.resolve("exports/hub/data/BILLING_PERIOD=2024-09");
    Path parquet = Files.createDirectories(month).resolve("hub-00001.snappy.parquet");
    duckDb(CUR_2_AS_PARQUET.formatted(input("aws-cur-2").resolve("lines.csv"), parquet));
    return parquet;
  }

  static void duckDb(String sql) {
    try (Connection connection = new DuckDBDriver().connect("jdbc:duckdb:", new Properties());
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
