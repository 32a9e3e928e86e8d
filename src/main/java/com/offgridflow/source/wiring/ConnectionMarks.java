package com.offgridflow.source.wiring;

import com.offgridflow.failure.Causes;
import com.offgridflow.failure.CredentialException;
import com.offgridflow.job.HubProperties;
import com.offgridflow.source.Connection;
import com.offgridflow.tenant.wiring.TenantDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.springframework.jdbc.core.JdbcTemplate;

/** Marks a connection whose credentials are refused, and takes the mark back when they work. */
@ApplicationScoped
@Named("connectionMarks")
public class ConnectionMarks {
  private static final String REFUSED =
      """
      update connection set credential_problem = ?,
        credential_refused_at = coalesce(credential_refused_at, now())
      where tenant_id = ? and connection_id = ?""";
  private static final String UNMARK =
      """
      update connection set credential_problem = null, credential_refused_at = null
      where tenant_id = ? and connection_id = ? and credential_refused_at is not null""";

  private final TenantDatabase database;

  ConnectionMarks(TenantDatabase database) {
    this.database = database;
  }

  /**
   * Marks the connection, and lets the failure go on to the job.
   *
   * @throws CredentialException always
   */
  public void refused(
      Exchange exchange, @ExchangeProperty(HubProperties.CONNECTION) Connection connection) {
    Exception caught = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
    CredentialException failure = Causes.find(caught, CredentialException.class).orElseThrow();
    database.inTenant(
        connection.tenant(),
        jdbc -> jdbc.update(REFUSED, failure.getMessage(), connection.tenant(), connection.id()));
    throw failure;
  }

  /** A sync has got through. */
  public void accepted(@ExchangeProperty(HubProperties.CONNECTION) Connection connection) {
    database.inTenant(
        connection.tenant(), jdbc -> changed(jdbc, connection.tenant(), connection.id()));
  }

  /** The connection has other credentials, or another place, than those that were refused. */
  int changed(JdbcTemplate jdbc, String tenant, String connection) {
    return jdbc.update(UNMARK, tenant, connection);
  }
}
