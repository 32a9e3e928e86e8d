package com.offgridflow.lake.wiring;

import com.offgridflow.lake.Container;
import com.offgridflow.lake.CsvHeader;
import com.offgridflow.lake.SqlText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import org.duckdb.DuckDBDriver;

/** Bills of an invented company, always the same, in the layouts that providers deliver. */
public final class DemoInputs {

  private static final String CSV_GZ = "format csv, header, compression gzip";
  private static final String CSV = "format csv, header";
  private static final String PARQUET = "format parquet, compression snappy";

  private DemoInputs() {}

  /**
   * Writes the demo's month, September 2024, and a year of utility bills.
   *
   * @return the billing files, without the manifests beside them
   */
  public static List<Path> generate(Path directory) {
    return List.of(
        cur2(directory.resolve("aws-data-exports"), 200_000),
        cur(directory.resolve("aws-cur"), 20_000),
        write(directory.resolve("focus/focus-2024-09.csv"), "focus-1", CSV, 5_000, 0),
        write(directory.resolve("utility/utility-bills.csv"), "utility", CSV, 0, 0));
  }

  /** Writes a CUR 2.0 month of so many lines, as AWS Data Exports lay it out. */
  public static Path cur2(Path directory, long lines) {
    Path export = directory.resolve("exports/hub-export");
    Path data = export.resolve("data/BILLING_PERIOD=2024-09/hub-export-00001.snappy.parquet");
    write(data, "aws-cur-2", PARQUET, lines, 111122220000L);
    manifest(
        export.resolve("metadata/BILLING_PERIOD=2024-09/hub-export-Manifest.json"),
        "aws-cur-2-manifest.json",
        List.of());
    return data;
  }

  /** Writes a legacy CUR month of so many lines, as the Cost and Usage Report lays it out. */
  public static Path cur(Path directory, long lines) {
    Path period = directory.resolve("reports/hub-report/20240901-20241001");
    Path data = period.resolve("7d1c0a52-demo-assembly/hub-report-00001.csv.gz");
    write(data, "aws-cur", CSV_GZ, lines, 444455550000L);
    manifest(
        period.resolve("hub-report-Manifest.json"),
        "aws-cur-manifest.json",
        CsvHeader.of(data, Container.CSV_GZ));
    return data;
  }

  private static Path write(Path file, String layout, String format, long lines, long account) {
    try (Connection connection = new DuckDBDriver().connect("jdbc:duckdb:", new Properties());
        Statement statement = connection.createStatement()) {
      Files.createDirectories(file.getParent());
      statement.execute("set variable lines = " + lines);
      statement.execute("set variable first_account = " + account);
      statement.execute("set variable month = timestamp '2024-09-01'");
      statement.execute(
          "copy (" + query(layout) + ") to " + SqlText.target(file) + " (" + format + ")");
      return file;
    } catch (SQLException | IOException e) {
      throw new IllegalStateException("cannot generate " + file, e);
    }
  }

  private static String query(String layout) throws IOException {
    return layout.startsWith("aws")
        ? "with line as (\n" + resource("aws-lines.sql") + "\n)\n" + resource(layout + ".sql")
        : resource(layout + ".sql");
  }

  private static void manifest(Path file, String template, List<String> headers) {
    String columns =
        headers.stream()
            .map(header -> header.split("/", 2))
            .map(h -> "{\"category\": \"" + h[0] + "\", \"name\": \"" + h[1] + "\"}")
            .reduce((a, b) -> a + ",\n    " + b)
            .orElse("");
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, resource(template).replace("@columns@", columns));
    } catch (IOException e) {
      throw new IllegalStateException("cannot write " + file, e);
    }
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = DemoInputs.class.getResourceAsStream("/demo/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
