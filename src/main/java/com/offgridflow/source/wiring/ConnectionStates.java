package com.offgridflow.source.wiring;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.offgridflow.tenant.wiring.TenantDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;

/** Connections as the API tells them, without settings and secrets. */
@ApplicationScoped
public class ConnectionStates {
  private static final String STATE =
      """
      select jsonb_build_object('connection', c.connection_id, 'kind', c.kind, 'enabled', c.enabled,
        'cron', c.cron, 'time_zone', c.time_zone,
        'credential_problem', c.credential_problem, 'credential_refused', c.credential_refused_at,
        'held_runs', (select count(*) from run r where r.tenant_id = c.tenant_id
          and r.source = c.connection_id and r.state = 'held'),
        'cursors', coalesce((select jsonb_agg(jsonb_build_object('part', k.part,
            'complete_to', to_char(k.complete_to, 'YYYY-MM')) order by k.part)
          from connection_cursor k where k.tenant_id = c.tenant_id
            and k.connection_id = c.connection_id), '[]'))
      from connection c where c.tenant_id = ? and c.connection_id = ?""";

  private final TenantDatabase database;
  private final ObjectMapper json;

  ConnectionStates(TenantDatabase database, ObjectMapper json) {
    this.database = database;
    this.json = json;
  }

  Optional<Map<String, Object>> of(String tenant, String connection) {
    return database
        .inTenant(tenant, jdbc -> jdbc.queryForList(STATE, String.class, tenant, connection))
        .stream()
        .findFirst()
        .map(this::parse);
  }

  private Map<String, Object> parse(String text) {
    try {
      return json.readValue(text, new TypeReference<>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("PostgreSQL wrote JSON that cannot be read", e);
    }
  }
}
