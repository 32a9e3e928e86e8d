package com.offgridflow.source.wiring;

import com.offgridflow.failure.UnrecoverableException;
import com.offgridflow.lake.BillingFormat;
import com.offgridflow.lake.ClusterQuery;
import com.offgridflow.lake.KnownFormats;
import com.offgridflow.lake.LakeTable;
import com.offgridflow.lake.LakeTable.Column;
import com.offgridflow.source.Connection;
import jakarta.enterprise.context.ApplicationScoped;
import org.springframework.jdbc.core.JdbcTemplate;

/** What table of a Trino cluster a connection names, and of which format its rows are. */
@ApplicationScoped
public class TrinoTables {
  private final KnownFormats formats;

  TrinoTables(KnownFormats formats) {
    this.formats = formats;
  }

  /**
   * @throws UnrecoverableException when its setting names none that can be rolled up
   */
  BillingFormat format(Connection connection) {
    String code = connection.settings().getOrDefault("lake.format", "");
    return formats
        .ofCode(code)
        .filter(format -> format.rollup().isPresent())
        .orElseThrow(
            () ->
                new UnrecoverableException(
                    "connection %s: lake.format '%s' should be a format with a rollup, one of %s"
                        .formatted(connection.id(), code, formats.all())));
  }

  /**
   * @throws UnrecoverableException when the table is not there, or lacks columns of the format
   */
  static ClusterQuery query(JdbcTemplate trino, Connection connection, BillingFormat format) {
    String name = connection.settings().getOrDefault("lake.table", "");
    try {
      LakeTable table =
          new LakeTable(
              LakeTable.requireName(name),
              trino.query(
                  ClusterQuery.columns(name),
                  (row, n) -> new Column(row.getString(1), row.getString(2))));
      return new ClusterQuery(format, table);
    } catch (IllegalArgumentException e) {
      throw new UnrecoverableException(
          "connection " + connection.id() + ", setting lake.table: " + e.getMessage());
    }
  }
}
