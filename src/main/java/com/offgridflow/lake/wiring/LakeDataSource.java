package com.offgridflow.lake.wiring;

import com.offgridflow.lake.CloudInstance;
import com.offgridflow.lake.SqlText;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;

/** Connections to one embedded DuckDB, which never touches the network nor loads an extension. */
public final class LakeDataSource implements DataSource, AutoCloseable {

  private final SpillDirectory spill;
  private final DuckDBConnection root;

  public LakeDataSource(LakeSettings settings, List<CloudInstance> instances) throws SQLException {
    spill = spill(settings);
    root =
        (DuckDBConnection)
            new DuckDBDriver().connect(settings.jdbcUrl(), properties(settings, spill.path()));
    try (Statement statement = root.createStatement()) {
      statement.execute("set global TimeZone = 'UTC'");
      load(instances, statement);
      restrict(settings, spill.path(), statement);
      statement.execute("set lock_configuration = true");
    } catch (SQLException e) {
      close();
      throw e;
    }
  }

  private static SpillDirectory spill(LakeSettings settings) throws SQLException {
    Path base =
        settings
            .tempDirectory()
            .orElse(Path.of(System.getProperty("java.io.tmpdir"), "offgridflow-lake"));
    try {
      return SpillDirectory.claim(base);
    } catch (IOException e) {
      throw new SQLException(
          "cannot spill to %s: %s; lake.temp-directory should name a directory that %s may write to"
              .formatted(base, e.getMessage(), System.getProperty("user.name")),
          e);
    }
  }

  private static Properties properties(LakeSettings settings, Path spill) {
    Properties properties = new Properties();
    properties.setProperty("memory_limit", settings.memoryLimit());
    properties.setProperty("temp_directory", spill.toString());
    properties.setProperty("home_directory", spill.toString());
    properties.setProperty("autoinstall_known_extensions", "false");
    properties.setProperty("autoload_known_extensions", "false");
    settings.threads().ifPresent(n -> properties.setProperty("threads", Integer.toString(n)));
    return properties;
  }

  private void load(List<CloudInstance> instances, Statement statement) throws SQLException {
    statement.execute(
        "create or replace table cloud_instance (provider varchar, instance_type varchar,"
            + " vcpus decimal(12, 3), memory_gb decimal(12, 3))");
    String insert = "insert into cloud_instance values (?, ?, ?, ?)";
    try (PreparedStatement row = root.prepareStatement(insert)) {
      for (CloudInstance instance : instances) {
        row.setString(1, instance.provider());
        row.setString(2, instance.instanceType());
        row.setBigDecimal(3, instance.vcpus());
        row.setBigDecimal(4, instance.memoryGb().orElse(null));
        row.addBatch();
      }
      if (!instances.isEmpty()) {
        row.executeBatch();
      }
    }
  }

  private static void restrict(LakeSettings settings, Path spill, Statement statement)
      throws SQLException {
    if (settings.directories().isEmpty()) {
      return;
    }
    String allowed =
        Stream.concat(settings.directories().get().stream(), Stream.of(spill))
            .map(directory -> SqlText.target(directory))
            .collect(Collectors.joining(", "));
    statement.execute("set allowed_directories = [" + allowed + "]");
    statement.execute("set enable_external_access = false");
  }

  @Override
  public Connection getConnection() throws SQLException {
    return root.duplicate();
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    return getConnection();
  }

  @Override
  public void close() throws SQLException {
    root.close();
    try {
      spill.close();
    } catch (IOException e) {
      throw new SQLException("cannot let go of " + spill.path() + ": " + e.getMessage(), e);
    }
  }

  @Override
  public PrintWriter getLogWriter() {
    return null;
  }

  @Override
  public void setLogWriter(PrintWriter out) throws SQLException {
    throw new SQLFeatureNotSupportedException("DuckDB has no log writer");
  }

  @Override
  public void setLoginTimeout(int seconds) throws SQLException {
    throw new SQLFeatureNotSupportedException("an embedded engine has no login");
  }

  @Override
  public int getLoginTimeout() {
    return 0;
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    throw new SQLFeatureNotSupportedException("DuckDB has no logger");
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    if (type.isInstance(this)) {
      return type.cast(this);
    }
    throw new SQLException("not a " + type.getName());
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return type.isInstance(this);
  }
}
