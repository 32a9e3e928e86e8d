package com.offgridflow.lake.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import com.offgridflow.lake.BillingColumn;
import com.offgridflow.lake.BillingColumn.Type;
import com.offgridflow.lake.BillingFormat;
import com.offgridflow.lake.ClusterQuery;
import com.offgridflow.lake.LakeTable;
import com.offgridflow.lake.LakeTable.Column;
import com.offgridflow.lake.ShippedFormats;
import com.offgridflow.lake.SqlText;
import com.offgridflow.lake.wiring.Lake.Group;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every shipped rollup over the same Parquet objects, by DuckDB and by a Trino cluster. */
@Tag("harness")
class ClusterRollupIT {
  @TempDir static Path directory;
  private static TrinoCluster cluster;
  private static final Lake LAKE = new Lake();

  @BeforeAll
  static void start() throws Exception {
    cluster = new TrinoCluster(directory);
    cluster.execute("create schema lake.billing with (location = 'local:///billing')");
  }

  @AfterAll
  static void stop() throws Exception {
    LAKE.close();
    if (cluster != null) {
      cluster.close();
    }
  }

  /** Samples of each format: all that the sources' tests read. */
  static List<Sample> samples() {
    String root = "src/test/resources/source/";
    return List.of(
        new Sample("aws-cur-2", root + "aws-cur-2/input/lines.csv"),
        new Sample("aws-cur", root + "aws-cur/input/reports"),
        new Sample("azure-cost", root + "azure-cost/input/exports"),
        new Sample("focus", root + "focus/input/focus.csv"),
        new Sample("oci-focus", root + "oci-focus/input/FOCUS Reports"));
  }

  record Sample(String format, String path) {}

  @ParameterizedTest
  @MethodSource("samples")
  void shouldRollUpTextsAlike(Sample sample) throws Exception {
    BillingFormat format = ShippedFormats.of(sample.format());
    Path csv = csvBelow(Path.of(sample.path()));
    String table = format.relation() + "_text";
    Path parquet = object(table);
    LAKE.execute(copy("read_csv(" + SqlText.file(csv) + CSV, csv, format, parquet));

    compare(format, table, parquet);
  }

  @Test
  void shouldRollUpGeneratedCur2Alike() throws Exception {
    Path generated = DemoInputs.cur2(Files.createDirectories(directory.resolve("cur2")), 200_000);
    Path parquet = object("cur2_typed");
    Files.copy(generated, parquet);

    compare(ShippedFormats.of("aws-cur-2"), "cur2_typed", parquet);
  }

  private static final String CSV =
      ", header=true, delim=',', quote='\"', escape='\"', all_varchar=true, nullstr=['', 'NULL'])";

  private static void compare(BillingFormat format, String table, Path parquet) throws Exception {
    List<Group> expected = LAKE.rollup(format, parquet);

    ClusterQuery query = new ClusterQuery(format, declare(table, parquet));
    List<Group> found = new ArrayList<>();
    long lines = 0;
    for (Map.Entry<YearMonth, Long> month : months(query).entrySet()) {
      lines += month.getValue();
      found.addAll(ask(query.rollup(month.getKey(), Lake.INSTANCES), Lake::group));
    }

    assertThat(expected).isNotEmpty();
    assertThat(normal(found)).containsExactlyInAnyOrderElementsOf(normal(expected));
    assertThat(lines).isEqualTo(found.stream().mapToLong(Group::lines).sum());
  }

  private static Map<YearMonth, Long> months(ClusterQuery query) throws Exception {
    Map<YearMonth, Long> months = new TreeMap<>();
    ask(
        query.months(YearMonth.of(2000, 1)),
        row -> months.put(YearMonth.parse(row.getString(1)), row.getLong(2)));
    return months;
  }

  private static <T> List<T> ask(String sql, Lake.Mapper<T> mapper) throws Exception {
    try (Connection connection = cluster.connect();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      List<T> rows = new ArrayList<>();
      while (result.next()) {
        rows.add(mapper.map(result));
      }
      return rows;
    }
  }

  private static List<String> normal(List<Group> groups) {
    return groups.stream()
        .map(
            g ->
                g.brief()
                    + " | "
                    + g.disposition()
                    + g.day()
                    + g.account()
                    + g.service()
                    + g.region()
                    + g.supplier()
                    + g.currency())
        .toList();
  }

  /** An external table over the object, with its own types. */
  private static LakeTable declare(String table, Path parquet) throws Exception {
    List<Column> columns =
        LAKE.query(
            "describe select * from read_parquet(" + SqlText.file(parquet) + ")",
            row -> new Column(row.getString(1), hive(row.getString(2))));
    String declared =
        columns.stream()
            .map(c -> SqlText.identifier(c.name()) + " " + c.type())
            .collect(Collectors.joining(", "));
    cluster.execute(
        "create table lake.billing.%s (%s) with (format = 'PARQUET', external_location = 'local:///billing/%s')"
            .formatted(table, declared, table));
    String name = "lake.billing." + table;
    return new LakeTable(
        name,
        ask(ClusterQuery.columns(name), row -> new Column(row.getString(1), row.getString(2))));
  }

  private static String hive(String type) {
    return type.equals("TIMESTAMP") ? "timestamp(3)" : type.toLowerCase(Locale.ROOT);
  }

  private static Path object(String table) throws Exception {
    return Files.createDirectories(cluster.data().resolve("billing").resolve(table))
        .resolve("part-0.parquet");
  }

  /** Columns under the names that Parquet exports give them. */
  private static String copy(String from, Path csv, BillingFormat format, Path to)
      throws Exception {
    List<String> headers = LAKE.query("describe select * from " + from, row -> row.getString(1));
    String columns =
        headers.stream()
            .map(h -> typed(h, format) + " as " + SqlText.identifier(named(h, format)))
            .collect(Collectors.joining(", "));
    return "copy (select %s from %s) to %s (format parquet)"
        .formatted(columns, from, SqlText.target(to));
  }

  /** Attributes are a map in Parquet; what else there is stays text. */
  private static String typed(String header, BillingFormat format) {
    boolean attributes =
        format.columns().stream()
            .anyMatch(c -> c.type() == Type.ATTRIBUTES && c.headers().contains(header));
    String raw = SqlText.identifier(header);
    return attributes ? "cast(cast(" + raw + " as json) as map(varchar, varchar))" : raw;
  }

  private static String named(String header, BillingFormat format) {
    return format.columns().stream()
        .filter(column -> column.headers().contains(header))
        .filter(column -> column.headers().contains(column.name()))
        .map(BillingColumn::name)
        .findFirst()
        .orElse(header)
        .toLowerCase(Locale.ROOT)
        .replace('/', '_');
  }

  private static Path csvBelow(Path path) throws Exception {
    try (var files = Files.walk(path)) {
      return files
          .filter(file -> file.toString().matches(".*\\.csv(\\.gz)?"))
          .sorted()
          .findFirst()
          .orElseThrow();
    }
  }
}
