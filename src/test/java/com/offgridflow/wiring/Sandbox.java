package com.offgridflow.wiring;

import com.offgridflow.tenant.wiring.TenantDatabase;
import com.offgridflow.tenant.wiring.Tenants;
import io.quarkus.test.common.QuarkusTestResource;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A tenant of its own for each test, on the one hub that all of them share. */
@ApplicationScoped
@QuarkusTestResource(HubTestResource.class)
public class Sandbox {
  /** Its check digits are right; it is nobody's. */
  public static final String LEI = "DEMO00OFFGRIDFLOW044";

  private final TenantDatabase database;
  private final Tenants tenants;
  private final Path data;
  private final JdbcTemplate owner;

  Sandbox(
      TenantDatabase database,
      Tenants tenants,
      HubConfig hub,
      @ConfigProperty(name = "quarkus.flyway.jdbc-url") String url,
      @ConfigProperty(name = "quarkus.flyway.username") String user,
      @ConfigProperty(name = "quarkus.flyway.password") String password) {
    this.database = database;
    this.tenants = tenants;
    this.data = hub.data();
    this.owner = new JdbcTemplate(new DriverManagerDataSource(url, user, password));
  }

  /** A new tenant, and nothing left to do for any earlier one. */
  public String tenant() {
    owner.update("update job set state = 'cancelled' where state in ('queued', 'running')");
    owner.update("update connection set enabled = false");
    String id = "t-" + UUID.randomUUID();
    tenants.put(id, "Test Works GmbH", LEI, "DE");
    return id;
  }

  /** The owner of the tables, who sees all tenants. */
  public JdbcTemplate owner() {
    return owner;
  }

  /** A file of a tenant's own, and the directory above it as a place for a connection. */
  public Path file(String tenant, String name, String content) {
    try {
      Path file = directory(tenant).resolve(name);
      return Files.write(file, content.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A connection to the tenant's directory, in German time. */
  public void connect(String tenant, String id, String kind) {
    Map<String, String> settings = Map.of("location", directory(tenant).toString());
    tenants.putConnection(tenant, id, kind, settings, null, "Europe/Berlin");
  }

  public List<Map<String, Object>> rows(String tenant, String sql, Object... arguments) {
    return database.inTenant(tenant, jdbc -> jdbc.queryForList(sql, arguments));
  }

  public Map<String, Object> row(String tenant, String sql, Object... arguments) {
    return database.inTenant(tenant, jdbc -> jdbc.queryForMap(sql, arguments));
  }

  public long count(String tenant, String sql, Object... arguments) {
    return database.inTenant(tenant, jdbc -> jdbc.queryForObject(sql, Long.class, arguments));
  }

  private Path directory(String tenant) {
    try {
      return Files.createDirectories(data.resolve("input").resolve(tenant));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
