package com.offgridflow.console;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Lets users in, and slows down those who guess. */
public final class Logins {
  private static final Duration WINDOW = Duration.ofMinutes(1);
  private static final int PER_USER_AND_ADDRESS = 5;
  // a guesser who varies the name as well still costs one BCrypt computation each
  private static final int PER_ADDRESS = 30;

  private final Map<String, ConsoleUser> users;
  private final PasswordCheck passwords;
  private final Sessions sessions;
  private final LoginThrottle byUser;
  private final LoginThrottle byAddress;

  public Logins(
      Collection<ConsoleUser> users, PasswordCheck passwords, Sessions sessions, Clock clock) {
    this.users =
        users.stream()
            .collect(Collectors.toUnmodifiableMap(ConsoleUser::name, Function.identity()));
    this.passwords = passwords;
    this.sessions = sessions;
    this.byUser = new LoginThrottle(PER_USER_AND_ADDRESS, WINDOW, clock);
    this.byAddress = new LoginThrottle(PER_ADDRESS, WINDOW, clock);
  }

  /**
   * @param address where the attempt comes from, as the HTTP server knows it
   */
  public LoginOutcome login(String name, String password, String address) {
    if (users.isEmpty()) {
      return new LoginOutcome.Closed();
    }
    String key = address + ' ' + name;
    Optional<Duration> wait = byUser.attempt(key).or(() -> byAddress.attempt(address));
    if (wait.isPresent()) {
      return new LoginOutcome.Throttled(wait.get());
    }
    LoginOutcome outcome = check(name, password);
    if (!(outcome instanceof LoginOutcome.Refused)) {
      byUser.forgive(key);
    }
    return outcome;
  }

  private LoginOutcome check(String name, String password) {
    ConsoleUser user = users.get(name);
    // an unknown name costs as much time as a wrong password, so that names cannot be probed
    ConsoleUser compared = user == null ? users.values().iterator().next() : user;
    boolean right = passwords.matches(password, compared.passwordHash());
    if (user == null || !right) {
      return new LoginOutcome.Refused();
    }
    if (!user.role().equals(ConsoleUser.ADMIN)) {
      return new LoginOutcome.WrongRole(user.role());
    }
    return new LoginOutcome.Accepted(sessions.begin(user));
  }
}
