package com.offgridflow.lake.wiring;

import com.offgridflow.lake.BillingFormat;
import com.offgridflow.lake.CloudInstance;
import com.offgridflow.lake.Delivery;
import com.offgridflow.lake.Scratch;
import com.offgridflow.lake.ShippedFormats;
import com.offgridflow.lake.SqlText;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.io.FileUtils;

/** A lake of its own for a test, with the few instance types the tests need. */
final class Lake implements AutoCloseable {

  static final List<CloudInstance> INSTANCES =
      List.of(
          instance("aws", "m5.large", "2", "8"),
          instance("aws", "r5.xlarge", "4", "32"),
          instance("azure", "D2 v3", "2", "8"));

  private final LakeDataSource source;
  private final Path scratch;

  Lake() {
    this(Map.of());
  }

  Lake(Map<String, String> settings) {
    LakeSettings mapped =
        new SmallRyeConfigBuilder()
            .withMapping(LakeSettings.class)
            .withSources(new PropertiesConfigSource(settings, "test", 500))
            .build()
            .getConfigMapping(LakeSettings.class);
    try {
      source = new LakeDataSource(mapped, INSTANCES);
      scratch = Files.createTempDirectory("lake");
    } catch (SQLException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  Scratch scratch() {
    return new Scratch(scratch);
  }

  LakeReader reader() {
    return new LakeReader(source, ShippedFormats.known());
  }

  /** One row of a rollup's result. */
  record Group(
      String disposition,
      String kind,
      String subject,
      BigDecimal quantity,
      String unit,
      LocalDate day,
      String account,
      String service,
      String region,
      String supplier,
      BigDecimal cost,
      String currency,
      long lines) {

    /** The part that most tests look at, numbers without trailing zeros. */
    String brief() {
      return String.join(
          " | ", kind, subject, plain(quantity), unit, plain(cost), Long.toString(lines));
    }

    private static String plain(BigDecimal number) {
      return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
  }

  List<Group> rollup(BillingFormat format, Path... files) {
    return groups(reader().open(format, List.of(files), scratch()));
  }

  List<Group> groups(Delivery delivery) {
    return query(delivery.query(), Lake::group);
  }

  void execute(String sql) {
    query(sql, row -> Optional.empty());
  }

  /** Writes a CSV's rows as Parquet, these columns by an expression; the others are text. */
  Path parquet(Path csv, Map<String, String> expressions) {
    Path parquet = csv.resolveSibling(csv.getFileName() + ".parquet");
    String replaced =
        expressions.entrySet().stream()
            .map(e -> e.getValue() + " as " + SqlText.identifier(e.getKey()))
            .collect(Collectors.joining(", "));
    execute(
        "copy (select * replace ("
            + replaced
            + ") from read_csv("
            + SqlText.file(csv)
            + ", header=true, delim=',', quote='\"', escape='\"', all_varchar=true,"
            + " nullstr=['', 'NULL'])) to "
            + SqlText.target(parquet)
            + " (format parquet)");
    return parquet;
  }

  static Path write(Path file, String... lines) throws IOException {
    return Files.writeString(file, String.join("\n", lines) + "\n");
  }

  interface Mapper<T> {
    T map(ResultSet row) throws SQLException;
  }

  <T> List<T> query(String sql, Mapper<T> mapper) {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      List<T> rows = new ArrayList<>();
      if (statement.execute(sql)) {
        try (ResultSet result = statement.getResultSet()) {
          while (result.next()) {
            rows.add(mapper.map(result));
          }
        }
      }
      return rows;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws SQLException, IOException {
    source.close();
    FileUtils.deleteDirectory(scratch.toFile());
  }

  static Group group(ResultSet row) throws SQLException {
    return new Group(
        row.getString("disposition"),
        row.getString("kind"),
        row.getString("subject"),
        row.getBigDecimal("quantity"),
        row.getString("unit"),
        row.getObject("day", LocalDate.class),
        row.getString("account"),
        row.getString("service"),
        row.getString("region"),
        row.getString("supplier"),
        row.getBigDecimal("cost"),
        row.getString("currency"),
        row.getLong("lines"));
  }

  private static CloudInstance instance(String provider, String type, String vcpus, String gb) {
    return new CloudInstance(
        provider, type, new BigDecimal(vcpus), Optional.of(new BigDecimal(gb)));
  }
}
