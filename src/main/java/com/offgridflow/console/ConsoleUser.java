package com.offgridflow.console;

/**
 * Someone who may open the console.
 *
 * @param name login name, not blank
 * @param role what the user may do; only {@link #ADMIN} opens the console
 * @param passwordHash the password as a modular crypt string of BCrypt, such as {@code $2y$12$...}
 */
public record ConsoleUser(String name, String role, String passwordHash) {
  /** The role that may watch, stop and replay. */
  public static final String ADMIN = "admin";

  public ConsoleUser {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a console user needs a name, such as admin");
    }
    if (!passwordHash.matches("\\$2[axy]\\$.+")) {
      throw new IllegalArgumentException(
          "password hash of console user "
              + name
              + " is not BCrypt: it must start with $2a$, $2x$ or $2y$,"
              + " as 'htpasswd -nBC 12 "
              + name
              + "' prints it after the colon");
    }
  }

  /** The hash is left out, so that it stands in no log. */
  @Override
  public String toString() {
    return "ConsoleUser[name=" + name + ", role=" + role + "]";
  }
}
