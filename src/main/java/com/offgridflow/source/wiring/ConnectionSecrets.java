package com.offgridflow.source.wiring;

import com.offgridflow.source.Connection;
import com.offgridflow.tenant.wiring.SealedCredentials;
import com.offgridflow.tenant.wiring.TenantDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/** The encrypted column {@code connection.secret}. */
@ApplicationScoped
public class ConnectionSecrets {
  private static final String READ =
      "select secret from connection where tenant_id = ? and connection_id = ?";
  private static final String STORE =
      """
      update connection set secret = ?, secret_set_at = case when ? then now() end
      where tenant_id = ? and connection_id = ?""";

  private final TenantDatabase database;
  private final SealedCredentials credentials;

  ConnectionSecrets(TenantDatabase database, SealedCredentials credentials) {
    this.database = database;
    this.credentials = credentials;
  }

  /** Credentials by name; empty when the connection has none. */
  Map<String, String> of(Connection connection) {
    String tenant = connection.tenant();
    String id = connection.id();
    List<byte[]> stored =
        database.inTenant(tenant, jdbc -> jdbc.queryForList(READ, byte[].class, tenant, id));
    return stored.isEmpty()
        ? Map.of()
        : credentials.open(owner(id), row(tenant, id), stored.get(0));
  }

  /** Stores credentials; an empty map removes them. */
  public void store(String tenant, String connectionId, Map<String, String> secret) {
    database.inTenant(tenant, jdbc -> store(jdbc, tenant, connectionId, secret));
  }

  /** The same within a transaction of the tenant's. */
  int store(JdbcTemplate jdbc, String tenant, String connectionId, Map<String, String> secret) {
    byte[] sealed = credentials.seal(owner(connectionId), row(tenant, connectionId), secret);
    return jdbc.update(STORE, sealed, sealed != null, tenant, connectionId);
  }

  private static String owner(String connectionId) {
    return "connection " + connectionId;
  }

  /** Binds a secret to its row, so that it cannot be moved to another tenant's. */
  private static String row(String tenant, String connectionId) {
    return tenant + "/" + connectionId;
  }
}
