package com.offgridflow.database.wiring;

import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Hands the started database to Quarkus. A configuration source and not system properties, because
 * those can be read over JMX.
 */
public final class DatabaseConfigSource implements ConfigSource {

  @Override
  public Map<String, String> getProperties() {
    return HubDatabase.settings();
  }

  /** The settings of Quarkus that follow from an address. */
  public static Map<String, String> properties(DatabaseAddress address) {
    return Map.of(
        "quarkus.datasource.jdbc.url", address.url(),
        "quarkus.datasource.username", address.appUser(),
        "quarkus.datasource.password", address.appPassword(),
        "quarkus.flyway.jdbc-url", address.url(),
        "quarkus.flyway.username", address.owner(),
        "quarkus.flyway.password", address.ownerPassword(),
        "quarkus.flyway.placeholders.app_role", address.appUser());
  }

  @Override
  public Set<String> getPropertyNames() {
    return getProperties().keySet();
  }

  @Override
  public String getValue(String name) {
    return getProperties().get(name);
  }

  @Override
  public String getName() {
    return "hub database";
  }

  @Override
  public int getOrdinal() {
    return 350;
  }
}
