package com.offgridflow.source.wiring;

import com.offgridflow.job.JobRequest;
import com.offgridflow.job.wiring.JobQueue;
import com.offgridflow.tenant.wiring.TenantDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/** Asks for syncs that no schedule asks for. */
@ApplicationScoped
class ConnectionSyncs {
  /** The lock keeps the connection from being deleted meanwhile. */
  private static final String THERE =
      "select 1 from connection where tenant_id = ? and connection_id = ? for key share";

  private static final String ID = "select job_id from job where tenant_id = ? and dedupe_key = ?";

  private final TenantDatabase database;
  private final JobQueue queue;
  private final Clock clock;

  ConnectionSyncs(TenantDatabase database, JobQueue queue, Clock clock) {
    this.database = database;
    this.queue = queue;
    this.clock = clock;
  }

  /**
   * A sync now, or after the one that is running.
   *
   * @return the job's id and key, and where to look for what becomes of it
   */
  Map<String, Object> ask(String tenant, String connection) {
    JobRequest request = JobRequest.sync(connection, clock.instant().toString());
    Map<String, Object> asked = new LinkedHashMap<>();
    asked.put("job", database.inTenant(tenant, jdbc -> ask(jdbc, tenant, connection, request)));
    asked.put("key", request.key());
    String base = "/api/v1/tenants/" + tenant;
    asked.put("state", base + "/connections/" + connection);
    asked.put("runs", base + "/runs?connection=" + connection);
    return asked;
  }

  private Long ask(JdbcTemplate jdbc, String tenant, String connection, JobRequest request) {
    if (jdbc.queryForList(THERE, tenant, connection).isEmpty()) {
      throw ConnectionStates.unknown(tenant, connection);
    }
    queue.enqueue(jdbc, tenant, request);
    return jdbc.queryForObject(ID, Long.class, tenant, request.key());
  }
}
