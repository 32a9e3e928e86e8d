package com.offgridflow.database.wiring;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/** Makes the database ready before the hub starts: embedded, or the one of {@code HUB_DB_URL}. */
public final class HubDatabase {
  private HubDatabase() {}

  /**
   * @param environment HUB_DB_URL, HUB_DB_USER, HUB_DB_PASSWORD, and where wished HUB_DB_APP_USER
   *     and HUB_DB_APP_PASSWORD
   * @param data directory for the embedded server, opened only when there is no HUB_DB_URL
   * @param clean whether to throw away what the directory holds
   * @return the settings that tell the hub where its database is
   */
  public static Map<String, String> start(
      Map<String, String> environment, Path data, boolean clean) {
    if (environment.containsKey("HUB_DB_URL")) {
      return external(environment).settings();
    }
    DataDirectory directory = DataDirectory.open(data);
    if (clean) {
      directory.clear();
    }
    Map<String, String> settings = new HashMap<>(EmbeddedDatabase.start(directory).settings());
    settings.put("hub.embedded-database", "true");
    settings.put("hub.secret-key", directory.secret("connections.secret"));
    return settings;
  }

  private static DatabaseAddress external(Map<String, String> environment) {
    String owner = required(environment, "HUB_DB_USER");
    String password = required(environment, "HUB_DB_PASSWORD");
    String appUser = environment.getOrDefault("HUB_DB_APP_USER", DatabaseAddress.APP_USER);
    String appPassword = environment.get("HUB_DB_APP_PASSWORD");
    String url = environment.get("HUB_DB_URL");
    if (appPassword != null) {
      return new DatabaseAddress(url, owner, password, appUser, appPassword);
    }
    String derived = DatabaseAddress.derivedPassword(password, appUser);
    DatabaseAddress address = new DatabaseAddress(url, owner, password, appUser, derived);
    createAppRole(address);
    return address;
  }

  private static void createAppRole(DatabaseAddress address) {
    Properties login = new Properties();
    login.setProperty("user", address.owner());
    login.setProperty("password", address.ownerPassword());
    try (Connection connection = DriverManager.getConnection(address.url(), login)) {
      DatabaseRoles.createLogin(connection, address.appUser(), address.appPassword());
    } catch (SQLException e) {
      throw new StartException(
          "cannot make the role %s at %s: %s; give %s the right CREATEROLE, or create the role yourself and set HUB_DB_APP_USER and HUB_DB_APP_PASSWORD"
              .formatted(address.appUser(), address.url(), e.getMessage(), address.owner()),
          e);
    }
  }

  private static String required(Map<String, String> environment, String name) {
    String value = environment.get(name);
    if (value == null) {
      throw new StartException("HUB_DB_URL is set, so " + name + " must be set too");
    }
    return value;
  }
}
