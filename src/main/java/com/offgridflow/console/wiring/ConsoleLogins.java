package com.offgridflow.console.wiring;

import com.offgridflow.console.ConsoleUser;
import com.offgridflow.console.GeneratedLogin;
import com.offgridflow.console.InMemorySessionStore;
import com.offgridflow.console.LoginOutcome;
import com.offgridflow.console.Logins;
import com.offgridflow.console.Session;
import com.offgridflow.console.SessionLimits;
import com.offgridflow.console.SessionStore;
import com.offgridflow.console.Sessions;
import io.quarkus.elytron.security.common.BcryptUtil;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** The console's users and sessions, as configured. */
@Startup
@ApplicationScoped
public class ConsoleLogins {
  private static final Logger LOG = Logger.getLogger(ConsoleLogins.class);

  private final Optional<GeneratedLogin> generated;
  private final Sessions sessions;
  private final Logins logins;

  ConsoleLogins(ConsoleConfig config) {
    SecureRandom random = new SecureRandom();
    Clock clock = Clock.systemUTC();
    List<ConsoleUser> configured = configured(config);
    boolean make = configured.isEmpty() && config.generateLogin();
    generated = make ? Optional.of(GeneratedLogin.make(random)) : Optional.empty();
    SessionLimits limits =
        new SessionLimits(config.sessionIdle(), config.sessionAbsolute(), config.sessionCount());
    SessionStore store = new InMemorySessionStore(limits, clock);
    sessions = new Sessions(store, limits, clock, random);
    List<ConsoleUser> users =
        Stream.concat(configured.stream(), generated.stream().map(ConsoleLogins::user)).toList();
    logins = new Logins(users, BcryptUtil::matches, sessions, clock);
    if (users.isEmpty()) {
      LOG.warn(
          "The console at /hawtio is closed: no login is configured."
              + " To open it set HUB_CONSOLE_PASSWORD_HASH to the BCrypt hash of a password,"
              + " as 'htpasswd -nBC 12 admin' prints it after the colon");
    }
  }

  /** The login made up at start, to be shown once; empty where logins are configured. */
  public Optional<GeneratedLogin> generated() {
    return generated;
  }

  LoginOutcome login(String name, String password, String address) {
    return logins.login(name, password, address);
  }

  /** The session of this token, which this request does not prolong. */
  Optional<Session> find(String token) {
    return sessions.find(token);
  }

  /** The session of this token, which this request prolongs. */
  Optional<Session> use(String token) {
    return sessions.use(token);
  }

  void logout(String token) {
    sessions.end(token);
  }

  long secondsLeft(Session session) {
    return sessions.secondsLeft(session);
  }

  String begin(ConsoleUser user) {
    return sessions.begin(user);
  }

  private static List<ConsoleUser> configured(ConsoleConfig config) {
    return config.users().entrySet().stream()
        .flatMap(
            entry ->
                entry.getValue().passwordHash().stream()
                    .map(hash -> new ConsoleUser(entry.getKey(), entry.getValue().role(), hash)))
        .toList();
  }

  private static ConsoleUser user(GeneratedLogin login) {
    return new ConsoleUser(
        login.user(), ConsoleUser.ADMIN, BcryptUtil.bcryptHash(login.password()));
  }
}
