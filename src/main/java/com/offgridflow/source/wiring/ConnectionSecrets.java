package com.offgridflow.source.wiring;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.offgridflow.failure.UnrecoverableException;
import com.offgridflow.source.Connection;
import com.offgridflow.tenant.SecretBox;
import com.offgridflow.tenant.wiring.TenantDatabase;
import com.offgridflow.wiring.HubConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The encrypted column {@code connection.secret}. */
@ApplicationScoped
public class ConnectionSecrets {
  private final TenantDatabase database;
  private final ObjectMapper json;
  private final Optional<String> key;

  ConnectionSecrets(TenantDatabase database, ObjectMapper json, HubConfig config) {
    this.database = database;
    this.json = json;
    this.key = config.secretKey();
  }

  /** Credentials by name; empty when the connection has none. */
  Map<String, String> of(Connection connection) {
    List<byte[]> stored =
        database.inTenant(
            connection.tenant(),
            jdbc ->
                jdbc.queryForList(
                    "select secret from connection where tenant_id = ? and connection_id = ?",
                    byte[].class,
                    connection.tenant(),
                    connection.id()));
    if (stored.stream().noneMatch(Objects::nonNull)) {
      return Map.of();
    }
    try {
      byte[] plain = box().open(stored.get(0), context(connection.tenant(), connection.id()));
      return json.readValue(plain, new TypeReference<>() {});
    } catch (IOException e) {
      throw new UnrecoverableException(
          "the secret of connection " + connection.id() + " is not a flat JSON object of strings");
    }
  }

  /** Stores credentials; an empty map removes them. */
  public void store(String tenant, String connectionId, Map<String, String> credentials) {
    byte[] sealed;
    try {
      sealed =
          credentials.isEmpty()
              ? null
              : box().seal(json.writeValueAsBytes(credentials), context(tenant, connectionId));
    } catch (IOException e) {
      throw new IllegalArgumentException("credentials must be strings by name", e);
    }
    database.inTenant(
        tenant,
        jdbc ->
            jdbc.update(
                "update connection set secret = ? where tenant_id = ? and connection_id = ?",
                sealed,
                tenant,
                connectionId));
  }

  /** Binds a secret to its row, so that it cannot be moved to another tenant's. */
  private static String context(String tenant, String connectionId) {
    return tenant + "/" + connectionId;
  }

  private SecretBox box() {
    return SecretBox.ofHexKey(
        key.orElseThrow(
            () ->
                new UnrecoverableException(
                    "a connection with a secret needs HUB_SECRET_KEY: 64 hex digits, for example from 'openssl rand -hex 32'")));
  }
}
