package com.offgridflow.lake.wiring;

import com.offgridflow.lake.BillingFormat;
import com.offgridflow.lake.LakeException;
import com.offgridflow.lake.Recognition.Recognised;
import com.offgridflow.lake.SourceFile;
import com.offgridflow.lake.SqlText;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** What the footers of Parquet files tell. */
final class ParquetFooters {

  private final DataSource lake;

  ParquetFooters(DataSource lake) {
    this.lake = lake;
  }

  /**
   * The engine's types by column, in their order.
   *
   * @throws LakeException when there is no footer to read
   */
  Map<String, String> types(Path file) {
    return pairs(file, "describe select * from read_parquet(" + SqlText.file(file) + ")");
  }

  /**
   * @throws LakeException when it holds figures that the engine would read as others
   */
  SourceFile verified(Recognised known) {
    Path file = known.file();
    requireReadable(known);
    String rows = "select num_rows, '' from parquet_file_metadata(" + SqlText.file(file) + ")";
    return new SourceFile(
        known.delivered(),
        file,
        known.container(),
        known.columns(),
        types(file),
        Long.parseLong(pairs(file, rows).keySet().iterator().next()),
        List.of());
  }

  /**
   * Seen with DuckDB 1.5.6: of decimals beyond its own 38 digits it makes wrong floating points.
   */
  private void requireReadable(Recognised known) {
    String wide =
        "select name, precision from parquet_schema("
            + SqlText.file(known.file())
            + ") where precision > 38";
    pairs(known.file(), wide)
        .forEach(
            (column, digits) -> {
              if (read(known.format(), known.columns(), column)) {
                throw new LakeException(
                    known.delivered(),
                    "has column %s in decimals of %s digits; write it as decimal(38, 15) or less, or as double"
                        .formatted(column, digits));
              }
            });
  }

  private static boolean read(BillingFormat format, List<String> headers, String header) {
    return format.columns().stream()
        .anyMatch(column -> column.in(headers).filter(header::equals).isPresent());
  }

  /** The first two columns of a query about a file. */
  private Map<String, String> pairs(Path file, String query) {
    try (Connection connection = lake.getConnection();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      Map<String, String> pairs = new LinkedHashMap<>();
      while (result.next()) {
        pairs.put(result.getString(1), result.getString(2));
      }
      return pairs;
    } catch (SQLException e) {
      throw damaged(file, e);
    }
  }

  static LakeException damaged(Path file, SQLException cause) {
    return new LakeException(
        file, "starts like Parquet but is damaged; deliver it again whole", cause);
  }
}
