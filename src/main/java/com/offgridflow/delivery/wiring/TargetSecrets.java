package com.offgridflow.delivery.wiring;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.offgridflow.delivery.DeliveryTarget;
import com.offgridflow.failure.UnrecoverableException;
import com.offgridflow.tenant.SecretBox;
import com.offgridflow.tenant.wiring.TenantDatabase;
import com.offgridflow.wiring.HubConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/** The encrypted column {@code delivery_target.secret}. */
@ApplicationScoped
public class TargetSecrets {
  private final TenantDatabase database;
  private final ObjectMapper json;
  private final Optional<String> key;

  TargetSecrets(TenantDatabase database, ObjectMapper json, HubConfig config) {
    this.database = database;
    this.json = json;
    this.key = config.secretKey();
  }

  /** Credentials of a target by name; empty when it has none. */
  Map<String, String> of(DeliveryTarget target) {
    String sql = "select secret from delivery_target where target_id = ? and secret is not null";
    List<byte[]> stored =
        database.inTenant(
            target.tenant(), jdbc -> jdbc.queryForList(sql, byte[].class, target.id()));
    if (stored.isEmpty()) {
      return Map.of();
    }
    try {
      return json.readValue(box().open(stored.get(0), context(target)), new TypeReference<>() {});
    } catch (IOException e) {
      throw new UnrecoverableException(
          "the secret of " + target + " is not a flat JSON object of strings");
    }
  }

  /** Stores credentials in place of those that are there; an empty map removes them. */
  void store(JdbcTemplate jdbc, DeliveryTarget target, Map<String, String> credentials) {
    byte[] sealed = credentials.isEmpty() ? null : seal(target, credentials);
    jdbc.update("update delivery_target set secret = ? where target_id = ?", sealed, target.id());
  }

  private byte[] seal(DeliveryTarget target, Map<String, String> credentials) {
    try {
      return box().seal(json.writeValueAsBytes(credentials), context(target));
    } catch (IOException e) {
      throw new IllegalArgumentException("credentials must be strings by name", e);
    }
  }

  /** Binds a secret to its row: it opens for no other target, tenant or kind. */
  private static String context(DeliveryTarget target) {
    return target.tenant() + "/delivery-target/" + target.id() + "/" + target.kind().id();
  }

  private SecretBox box() {
    return SecretBox.ofHexKey(
        key.orElseThrow(
            () ->
                new UnrecoverableException(
                    "a delivery target with a secret needs HUB_SECRET_KEY: 64 hex digits, for example from 'openssl rand -hex 32'")));
  }
}
