package com.offgridflow.source.wiring;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.offgridflow.failure.UnrecoverableException;
import com.offgridflow.job.HubProperties;
import com.offgridflow.job.Job;
import com.offgridflow.source.Connection;
import com.offgridflow.tenant.wiring.TenantDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;

/** The table {@code connection}, without its secrets. */
@ApplicationScoped
@Named("openConnection")
public class Connections {
  private static final String FIND =
      """
      select connection_id, kind, settings, time_zone from connection
      where tenant_id = ? and connection_id = ?""";

  private final TenantDatabase database;
  private final ObjectMapper json;

  Connections(TenantDatabase database, ObjectMapper json) {
    this.database = database;
    this.json = json;
  }

  /** Puts the connection of a sync job on the exchange. */
  public void open(Exchange exchange) {
    Job job = exchange.getProperty(HubProperties.JOB, Job.class);
    Connection connection = find(job.tenant(), job.required("connection"));
    exchange.setProperty(HubProperties.CONNECTION, connection);
  }

  private Connection find(String tenant, String id) {
    List<Connection> found =
        database.inTenant(
            tenant, jdbc -> jdbc.query(FIND, (row, n) -> connection(tenant, row), tenant, id));
    if (found.isEmpty()) {
      throw new UnrecoverableException("tenant " + tenant + " has no connection '" + id + "'");
    }
    return found.get(0);
  }

  private Connection connection(String tenant, ResultSet row) throws SQLException {
    try {
      Map<String, String> settings =
          json.readValue(row.getString("settings"), new TypeReference<>() {});
      return new Connection(
          tenant,
          row.getString("connection_id"),
          row.getString("kind"),
          settings,
          ZoneId.of(row.getString("time_zone")));
    } catch (JsonProcessingException e) {
      throw new SQLException("settings must be a flat JSON object of strings", e);
    }
  }
}
