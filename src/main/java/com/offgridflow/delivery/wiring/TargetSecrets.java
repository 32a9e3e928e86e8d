package com.offgridflow.delivery.wiring;

import com.offgridflow.delivery.DeliveryTarget;
import com.offgridflow.tenant.wiring.SealedCredentials;
import com.offgridflow.tenant.wiring.TenantDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/** The encrypted column {@code delivery_target.secret}. */
@ApplicationScoped
public class TargetSecrets {
  private final TenantDatabase database;
  private final SealedCredentials credentials;

  TargetSecrets(TenantDatabase database, SealedCredentials credentials) {
    this.database = database;
    this.credentials = credentials;
  }

  /** Credentials of a target by name; empty when it has none. */
  Map<String, String> of(DeliveryTarget target) {
    String sql = "select secret from delivery_target where target_id = ?";
    List<byte[]> stored =
        database.inTenant(
            target.tenant(), jdbc -> jdbc.queryForList(sql, byte[].class, target.id()));
    return stored.isEmpty()
        ? Map.of()
        : credentials.open(target.toString(), row(target), stored.get(0));
  }

  /** Stores credentials in place of those that are there; an empty map removes them. */
  void store(JdbcTemplate jdbc, DeliveryTarget target, Map<String, String> secret) {
    byte[] sealed = credentials.seal(target.toString(), row(target), secret);
    jdbc.update("update delivery_target set secret = ? where target_id = ?", sealed, target.id());
  }

  /** Binds a secret to its row: it opens for no other target, tenant or kind. */
  private static String row(DeliveryTarget target) {
    return target.tenant() + "/delivery-target/" + target.id() + "/" + target.kind().id();
  }
}
