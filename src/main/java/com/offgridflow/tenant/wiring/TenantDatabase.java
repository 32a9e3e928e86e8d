package com.offgridflow.tenant.wiring;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The only door to the tables: every transaction says first whose rows it may see. */
@ApplicationScoped
public class TenantDatabase {
  /** As PostgreSQL names snapshots. */
  private static final Pattern SNAPSHOT = Pattern.compile("[0-9A-F]+(-[0-9A-F]+)*");

  private final AgroalDataSource dataSource;
  private final ManagedExecutor threads;

  TenantDatabase(AgroalDataSource dataSource, ManagedExecutor threads) {
    this.dataSource = dataSource;
    this.threads = threads;
  }

  /** Does the work in one transaction that sees this tenant only; any exception rolls it back. */
  public <T> T inTenant(String tenant, Function<JdbcTemplate, T> work) {
    return transaction(Connection.TRANSACTION_READ_COMMITTED, as(tenant, work));
  }

  /** The same, with all statements seeing the tables as they are at the first. */
  public <T> T inSnapshot(String tenant, Function<JdbcTemplate, T> work) {
    return transaction(Connection.TRANSACTION_REPEATABLE_READ, as(tenant, work));
  }

  /**
   * As {@link #inTenant}, but the commit does not wait for the disk. For a step of a longer work
   * whose end is told by {@link #inTenant}: what that commit waits for includes all before it, and
   * where it is missing after a crash, the steps are done again.
   */
  public <T> T stepInTenant(String tenant, Function<JdbcTemplate, T> work) {
    return inTenant(
        tenant,
        jdbc -> {
          jdbc.execute("set local synchronous_commit = off");
          return work.apply(jdbc);
        });
  }

  /**
   * Begins to read in another transaction, at the same time, that sees the tables exactly as the
   * transaction at hand saw them at its first statement, and nothing of what that one has written.
   *
   * @param jdbc of work {@link #inSnapshot}, which must not end before the reading has
   */
  public <T> Beside<T> beside(JdbcTemplate jdbc, String tenant, Function<JdbcTemplate, T> reading) {
    String snapshot = jdbc.queryForObject("select pg_export_snapshot()", String.class);
    return new Beside<>(
        CompletableFuture.supplyAsync(
            () ->
                transaction(
                    Connection.TRANSACTION_REPEATABLE_READ,
                    other -> {
                      other.execute(take(snapshot));
                      return as(tenant, reading).apply(other);
                    }),
            threads));
  }

  /** The statement takes no parameter, so what the server has named is looked at first. */
  private static String take(String snapshot) {
    if (!SNAPSHOT.matcher(snapshot).matches()) {
      throw new IllegalStateException(
          "pg_export_snapshot() named a snapshot '%s', not as PostgreSQL does".formatted(snapshot));
    }
    return "set transaction snapshot '" + snapshot + "'";
  }

  /** Does the work in one transaction that sees no tenant: for the functions made for that. */
  public <T> T transaction(Function<JdbcTemplate, T> work) {
    return transaction(Connection.TRANSACTION_READ_COMMITTED, work);
  }

  private static <T> Function<JdbcTemplate, T> as(String tenant, Function<JdbcTemplate, T> work) {
    return jdbc -> {
      jdbc.queryForObject("select set_config('hub.tenant', ?, true)", String.class, tenant);
      return work.apply(jdbc);
    };
  }

  private <T> T transaction(int isolation, Function<JdbcTemplate, T> work) {
    try (Connection connection = dataSource.getConnection()) {
      boolean unusual = isolation != Connection.TRANSACTION_READ_COMMITTED;
      if (unusual) {
        connection.setTransactionIsolation(isolation);
      }
      connection.setAutoCommit(false);
      try {
        return committed(connection, work);
      } finally {
        connection.setAutoCommit(true);
        if (unusual) {
          connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        }
      }
    } catch (SQLException e) {
      throw new DataAccessResourceFailureException("the database does not answer", e);
    }
  }

  private static <T> T committed(Connection connection, Function<JdbcTemplate, T> work)
      throws SQLException {
    try {
      T result = work.apply(new JdbcTemplate(new SingleConnectionDataSource(connection, true)));
      connection.commit();
      return result;
    } catch (RuntimeException | Error e) {
      rollBack(connection, e);
      throw e;
    }
  }

  /** Where the connection is gone, so is the transaction; what matters is why the work failed. */
  private static void rollBack(Connection connection, Throwable failure) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      failure.addSuppressed(e);
    }
  }
}
