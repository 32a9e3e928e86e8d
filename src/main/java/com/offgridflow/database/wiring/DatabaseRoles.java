package com.offgridflow.database.wiring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Roles and database of the hub. Names and passwords are quoted by PostgreSQL itself. */
final class DatabaseRoles {
  /** Texts are compared by code point, alike on every machine and several times faster. */
  private static final String CREATE_DATABASE =
      """
      select format('create database %I owner %I template template0 encoding %L
        locale_provider builtin builtin_locale %L', ?, ?, 'UTF8', 'C.UTF-8')""";

  private DatabaseRoles() {}

  /** The role exists afterwards and has this password; its other rights stay as they are. */
  static void createLogin(Connection connection, String role, String password) throws SQLException {
    boolean known = exists(connection, "select 1 from pg_roles where rolname = ?", role);
    String command =
        known
            ? "select format('alter role %I login password %L', ?, ?)"
            : "select format('create role %I login password %L', ?, ?)";
    run(connection, command, role, password);
  }

  static void createDatabase(Connection connection, String database, String owner)
      throws SQLException {
    if (!exists(connection, "select 1 from pg_database where datname = ?", database)) {
      run(connection, CREATE_DATABASE, database, owner);
    }
  }

  /** A fresh server trusts every local user; from here on it asks for passwords. */
  static void requirePasswords(Connection superuser) throws SQLException {
    try {
      Path rules = Path.of(value(superuser, "show hba_file"));
      String wanted =
          "local all all scram-sha-256\nhost all all 127.0.0.1/32 scram-sha-256\nhost all all ::1/128 scram-sha-256\n";
      if (!Files.readString(rules).equals(wanted)) {
        Files.writeString(rules, wanted);
        value(superuser, "select pg_reload_conf()");
      }
    } catch (IOException e) {
      throw new SQLException("cannot write pg_hba.conf: " + e.getMessage(), e);
    }
  }

  private static boolean exists(Connection connection, String question, String name)
      throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(question)) {
      query.setString(1, name);
      try (ResultSet rows = query.executeQuery()) {
        return rows.next();
      }
    }
  }

  private static void run(Connection connection, String format, String first, String second)
      throws SQLException {
    String command;
    try (PreparedStatement query = connection.prepareStatement(format)) {
      query.setString(1, first);
      query.setString(2, second);
      try (ResultSet rows = query.executeQuery()) {
        rows.next();
        command = rows.getString(1);
      }
    }
    try (Statement statement = connection.createStatement()) {
      statement.execute(command);
    }
  }

  private static String value(Connection connection, String question) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(question)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
