package com.offgridflow.console.wiring;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Who may open the console, and for how long. */
@ConfigMapping(prefix = "console")
public interface ConsoleConfig {
  /** By login name. */
  Map<String, User> users();

  /** Whether a login is made up at start when none is configured. Never in production. */
  @WithDefault("false")
  boolean generateLogin();

  /** Time without activity after which a user must log in again. */
  @WithDefault("PT30M")
  Duration sessionIdle();

  /** Time after login at which a user must log in again in any case. */
  @WithDefault("PT8H")
  Duration sessionAbsolute();

  /** Sessions kept at once. */
  @WithDefault("100")
  int sessionCount();

  /** One login. */
  interface User {
    /**
     * BCrypt, as {@code htpasswd -nBC 12 admin} prints it after the colon; without it, no login.
     */
    Optional<String> passwordHash();

    /** What the user may do; only {@code admin} opens the console. */
    @WithDefault("admin")
    String role();
  }
}
