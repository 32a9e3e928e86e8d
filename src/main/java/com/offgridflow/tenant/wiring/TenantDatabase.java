package com.offgridflow.tenant.wiring;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The only door to the tables: every transaction says first whose rows it may see. */
@ApplicationScoped
public class TenantDatabase {
  private final AgroalDataSource dataSource;

  TenantDatabase(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Does the work in one transaction that sees this tenant only; any exception rolls it back. */
  public <T> T inTenant(String tenant, Function<JdbcTemplate, T> work) {
    return transaction(Connection.TRANSACTION_READ_COMMITTED, as(tenant, work));
  }

  /** The same, with all statements seeing the tables as they are at the first. */
  public <T> T inSnapshot(String tenant, Function<JdbcTemplate, T> work) {
    return transaction(Connection.TRANSACTION_REPEATABLE_READ, as(tenant, work));
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
