package com.offgridflow.wiring;

import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * What was found out while starting: where the database is, which port is free. A configuration
 * source and not system properties, because those can be read over JMX.
 */
public final class StartConfigSource implements ConfigSource {
  private static volatile Map<String, String> settings = Map.of();

  static void offer(Map<String, String> found) {
    settings = Map.copyOf(found);
  }

  @Override
  public Map<String, String> getProperties() {
    return settings;
  }

  @Override
  public Set<String> getPropertyNames() {
    return settings.keySet();
  }

  @Override
  public String getValue(String name) {
    return settings.get(name);
  }

  @Override
  public String getName() {
    return "found at start";
  }

  /** Above application.properties and the environment, below what is said on the command line. */
  @Override
  public int getOrdinal() {
    return 350;
  }
}
