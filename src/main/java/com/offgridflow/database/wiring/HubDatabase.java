package com.offgridflow.database.wiring;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/** Makes the database ready before the hub starts: embedded, or the one of {@code HUB_DB_URL}. */
public final class HubDatabase {
  private static final String TABLES_OF_OTHERS =
      """
      select string_agg(tablename, ', ' order by tablename) from pg_tables t
      where schemaname = current_schema() and not exists (select 1 from pg_tables
        where schemaname = t.schemaname and tablename = 'flyway_schema_history')""";

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
      DatabaseAddress address = new DatabaseAddress(url, owner, password, appUser, appPassword);
      requireReachable(address);
      return address;
    }
    String derived = DatabaseAddress.derivedPassword(password, appUser);
    DatabaseAddress address = new DatabaseAddress(url, owner, password, appUser, derived);
    createAppRole(address);
    return address;
  }

  private static void createAppRole(DatabaseAddress address) {
    try (Connection connection = connect(address)) {
      requireOwn(connection, address);
      DatabaseRoles.createLogin(connection, address.appUser(), address.appPassword());
    } catch (SQLException e) {
      throw new StartException(
          "cannot make the role %s at %s: %s; give %s the right CREATEROLE, or create the role yourself and set HUB_DB_APP_USER and HUB_DB_APP_PASSWORD"
              .formatted(address.appUser(), shown(address), e.getMessage(), address.owner()),
          e);
    }
  }

  private static void requireReachable(DatabaseAddress address) {
    try (Connection connection = connect(address)) {
      requireOwn(connection, address);
    } catch (SQLException e) {
      throw new StartException("the connection to %s broke off".formatted(shown(address)), e);
    }
  }

  /** Among tables of others the hub's could not be told from theirs, nor be migrated. */
  private static void requireOwn(Connection connection, DatabaseAddress address)
      throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet tables = statement.executeQuery(TABLES_OF_OTHERS)) {
      tables.next();
      String names = tables.getString(1);
      if (names != null) {
        throw new StartException(
            "the database at %s has tables that are not the hub's: %s; give the hub a database of its own"
                .formatted(shown(address), names));
      }
    }
  }

  private static Connection connect(DatabaseAddress address) {
    Properties login = new Properties();
    login.setProperty("user", address.owner());
    login.setProperty("password", address.ownerPassword());
    try {
      return DriverManager.getConnection(address.url(), login);
    } catch (SQLException e) {
      String state = e.getSQLState() == null ? "" : e.getSQLState();
      throw new StartException(
          "cannot connect to %s as %s: %s; %s"
              .formatted(shown(address), address.owner(), e.getMessage(), remedy(address, state)),
          e);
    }
  }

  /** By the class of the SQL state: 08 no connection, 28 no such login, 3D no such database. */
  private static String remedy(DatabaseAddress address, String state) {
    if (!address.url().startsWith("jdbc:postgresql:")) {
      return "HUB_DB_URL should be like jdbc:postgresql://db.example.com/hub";
    }
    return switch (state.length() < 2 ? "" : state.substring(0, 2)) {
      case "28" -> "check HUB_DB_USER and HUB_DB_PASSWORD, and the server's pg_hba.conf";
      case "3D" -> "create the database that HUB_DB_URL names, owned by " + address.owner();
      default -> "check host and port in HUB_DB_URL, and that the server runs";
    };
  }

  /** Parameters of a URL can be passwords. */
  private static String shown(DatabaseAddress address) {
    return address.url().replaceFirst("[?].*", "");
  }

  private static String required(Map<String, String> environment, String name) {
    String value = environment.get(name);
    if (value == null) {
      throw new StartException("HUB_DB_URL is set, so " + name + " must be set too");
    }
    return value;
  }
}
