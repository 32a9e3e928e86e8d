package com.offgridflow.source.wiring;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.offgridflow.problem.Problem;
import com.offgridflow.problem.ProblemException;
import com.offgridflow.tenant.wiring.TenantDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Connections as the API tells them, without secrets. */
@ApplicationScoped
public class ConnectionStates {
  private static final String STATE =
      """
      select jsonb_build_object('connection', c.connection_id, 'kind', c.kind, 'settings', c.settings,
        'has_secret', c.secret is not null, 'secret_set', c.secret_set_at, 'enabled', c.enabled,
        'cron', c.cron, 'time_zone', c.time_zone,
        'credential_problem', c.credential_problem, 'credential_refused', c.credential_refused_at,
        'held_runs', (select count(*) from run r where r.tenant_id = c.tenant_id
          and r.source = c.connection_id and r.state = 'held'),
        'cursors', coalesce((select jsonb_agg(jsonb_build_object('part', k.part,
            'complete_to', to_char(k.complete_to, 'YYYY-MM')) order by k.part)
          from connection_cursor k where k.tenant_id = c.tenant_id
            and k.connection_id = c.connection_id), '[]'),
        'last_sync', (select jsonb_build_object('job', j.job_id, 'state', j.state,
            'attempts', j.attempt, 'cause', j.cause, 'asked', j.created_at,
            'finished', j.finished_at)
          from job j where j.tenant_id = c.tenant_id and j.kind = 'sync'
            and j.exclusive_key = 'sync/' || c.connection_id order by j.job_id desc limit 1))
      from connection c where c.tenant_id = ? and ? in ('', c.connection_id)
      order by c.connection_id""";

  private final TenantDatabase database;
  private final ObjectMapper json;

  ConnectionStates(TenantDatabase database, ObjectMapper json) {
    this.database = database;
    this.json = json;
  }

  Optional<Map<String, Object>> of(String tenant, String connection) {
    return list(tenant, connection).stream().findFirst();
  }

  /**
   * @throws ProblemException when there is no such connection
   */
  Map<String, Object> required(String tenant, String connection) {
    return of(tenant, connection).orElseThrow(() -> unknown(tenant, connection));
  }

  static ProblemException unknown(String tenant, String connection) {
    String detail = "tenant " + tenant + " has no connection '" + connection + "'";
    return new ProblemException(Problem.notFound(detail));
  }

  /** All connections of the tenant. */
  List<Map<String, Object>> all(String tenant) {
    return list(tenant, "");
  }

  private List<Map<String, Object>> list(String tenant, String id) {
    return database
        .inTenant(tenant, jdbc -> jdbc.queryForList(STATE, String.class, tenant, id))
        .stream()
        .map(this::parse)
        .toList();
  }

  private Map<String, Object> parse(String text) {
    try {
      return json.readValue(text, new TypeReference<>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("PostgreSQL wrote JSON that cannot be read", e);
    }
  }
}
