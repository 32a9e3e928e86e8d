package com.offgridflow.lake.wiring;

import com.offgridflow.lake.LakeException;
import com.offgridflow.lake.Recognition.Recognised;
import com.offgridflow.lake.SourceFile;
import com.offgridflow.lake.SqlText;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** What Parquet files say of themselves, as the engine reads it. */
final class ParquetFooters {
  private final DataSource lake;

  ParquetFooters(DataSource lake) {
    this.lake = lake;
  }

  /**
   * Names of the columns.
   *
   * @throws LakeException when the file is damaged
   */
  List<String> columns(Path file) {
    String schema = "describe select * from read_parquet(" + SqlText.file(file) + ")";
    try (Connection connection = lake.getConnection();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(schema)) {
      List<String> names = new ArrayList<>();
      while (result.next()) {
        names.add(result.getString("column_name"));
      }
      return names;
    } catch (SQLException e) {
      throw damaged(file, e);
    }
  }

  /**
   * A file of a known format with the number of its rows.
   *
   * @throws LakeException when the file is damaged
   */
  SourceFile source(Recognised known) {
    String footer =
        "select num_rows from parquet_file_metadata(" + SqlText.file(known.file()) + ")";
    try (Connection connection = lake.getConnection();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(footer)) {
      result.next();
      return new SourceFile(
          known.delivered(),
          known.file(),
          known.container(),
          known.columns(),
          result.getLong(1),
          List.of());
    } catch (SQLException e) {
      throw damaged(known.delivered(), e);
    }
  }

  static LakeException damaged(Path file, SQLException cause) {
    return new LakeException(
        file, "starts like Parquet but is damaged; deliver it again whole", cause);
  }
}
