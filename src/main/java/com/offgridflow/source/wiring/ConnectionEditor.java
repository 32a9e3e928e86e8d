package com.offgridflow.source.wiring;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.offgridflow.job.JobRequest;
import com.offgridflow.problem.Problem;
import com.offgridflow.problem.ProblemException;
import com.offgridflow.source.Connection;
import com.offgridflow.source.ConnectionWay;
import com.offgridflow.tenant.wiring.TenantDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/** Makes, changes and ends connections. */
@ApplicationScoped
class ConnectionEditor {
  private static final String FIND =
      """
      select kind, settings::text, secret is not null from connection
      where tenant_id = ? and connection_id = ? for update""";
  private static final String PUT =
      """
      insert into connection (tenant_id, connection_id, kind, settings, cron, time_zone, enabled)
      values (?, ?, ?, ?::jsonb, ?, ?, ?)
      on conflict (tenant_id, connection_id) do update set kind = excluded.kind,
        settings = excluded.settings, cron = excluded.cron, time_zone = excluded.time_zone,
        enabled = excluded.enabled""";

  /** First what waits, then what runs: a job that is claimed in between is seen as running. */
  private static final String CANCEL =
      """
      update job set state = 'cancelled', finished_at = now()
      where tenant_id = ? and exclusive_key = ? and state = 'queued'""";

  private static final String RUNNING =
      "select job_id from job where tenant_id = ? and exclusive_key = ? and state = 'running'";
  private static final String DELETE =
      "delete from connection where tenant_id = ? and connection_id = ?";

  private final TenantDatabase database;
  private final ConnectionChecks checks;
  private final ConnectionSecrets secrets;
  private final ConnectionMarks marks;
  private final ObjectMapper json;

  ConnectionEditor(
      TenantDatabase database,
      ConnectionChecks checks,
      ConnectionSecrets secrets,
      ConnectionMarks marks,
      ObjectMapper json) {
    this.database = database;
    this.checks = checks;
    this.secrets = secrets;
    this.marks = marks;
    this.json = json;
  }

  /** What is there. */
  private record Stored(String kind, Map<String, String> settings, boolean hasSecret) {
    boolean reads(ConnectionRequest request) {
      return kind.equals(request.kind())
          && ConnectionWay.of(kind, settings)
              == ConnectionWay.of(request.kind(), request.settings());
    }

    boolean same(ConnectionRequest request) {
      return kind.equals(request.kind()) && settings.equals(request.settings());
    }
  }

  /**
   * Makes the connection, or puts it in the place of the one that is there. A secret that is not
   * given stays, unless the connection reads in another way now.
   *
   * @throws ProblemException when something is wrong, and nothing is changed
   */
  void put(String tenant, String id, ConnectionRequest request) {
    database.inTenant(tenant, jdbc -> put(jdbc, tenant, id, request));
  }

  private Connection put(JdbcTemplate jdbc, String tenant, String id, ConnectionRequest request) {
    requireTenant(jdbc, tenant);
    Optional<Stored> old = find(jdbc, tenant, id);
    boolean kept = old.filter(there -> there.hasSecret() && there.reads(request)).isPresent();
    Connection connection = checks.check(tenant, id, request, kept);
    store(jdbc, connection, request);
    if (request.secret().isPresent() || !kept) {
      secrets.store(jdbc, tenant, id, request.secret().orElse(Map.of()));
    }
    if (request.secret().isPresent() || old.filter(there -> there.same(request)).isEmpty()) {
      marks.changed(jdbc, tenant, id);
    }
    return connection;
  }

  private void store(JdbcTemplate jdbc, Connection connection, ConnectionRequest request) {
    jdbc.update(
        PUT,
        connection.tenant(),
        connection.id(),
        connection.kind(),
        write(connection.settings()),
        request.cron().orElse(null),
        request.timeZone(),
        request.enabled());
  }

  private static void requireTenant(JdbcTemplate jdbc, String tenant) {
    if (jdbc.queryForList("select 1 from tenant").isEmpty()) {
      throw new ProblemException(Problem.notFound("there is no tenant '" + tenant + "'"));
    }
  }

  private Optional<Stored> find(JdbcTemplate jdbc, String tenant, String id) {
    return jdbc.query(FIND, (row, n) -> stored(row), tenant, id).stream().findFirst();
  }

  private Stored stored(ResultSet row) throws SQLException {
    try {
      Map<String, String> settings = json.readValue(row.getString(2), new TypeReference<>() {});
      return new Stored(row.getString(1), settings, row.getBoolean(3));
    } catch (JsonProcessingException e) {
      throw new SQLException("settings must be a flat JSON object of strings", e);
    }
  }

  /**
   * Ends the connection with its secret, its schedule, and what waits of it; what it has brought
   * stays.
   *
   * @return whether it was there
   * @throws ProblemException when a job of it is running
   */
  boolean delete(String tenant, String id) {
    String key = JobRequest.sync(id, "").exclusiveKey().orElseThrow();
    return database.inTenant(
        tenant,
        jdbc -> {
          if (find(jdbc, tenant, id).isEmpty()) {
            return false;
          }
          jdbc.update(CANCEL, tenant, key);
          jdbc.queryForList(RUNNING, Long.class, tenant, key).stream()
              .findFirst()
              .ifPresent(job -> refuse(id, job));
          return jdbc.update(DELETE, tenant, id) == 1;
        });
  }

  private static void refuse(String id, long job) {
    String detail = "job %d of connection '%s' is running; delete it when the job has ended";
    throw new ProblemException(Problem.conflict(detail.formatted(job, id)));
  }

  private String write(Map<String, String> settings) {
    try {
      return json.writeValueAsString(settings);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("settings cannot be written as JSON", e);
    }
  }
}
