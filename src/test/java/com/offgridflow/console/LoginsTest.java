package com.offgridflow.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.offgridflow.MutableClock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LoginsTest {
  private static final SessionLimits LIMITS =
      new SessionLimits(Duration.ofMinutes(30), Duration.ofHours(8), 10);
  private static final List<ConsoleUser> USERS =
      List.of(
          new ConsoleUser("ann", "admin", "$2y$05$rightA"),
          new ConsoleUser("vic", "viewer", "$2y$05$rightV"));
  private static final String HERE = "192.0.2.1";

  private final MutableClock clock = new MutableClock();
  private final Logins logins = logins(USERS);

  @Test
  void shouldLetAdministratorIn() {
    assertThat(logins.login("ann", "rightA", HERE)).isInstanceOf(LoginOutcome.Accepted.class);
  }

  @Test
  void shouldRefuseWrongPassword() {
    assertThat(logins.login("ann", "wrong", HERE)).isEqualTo(new LoginOutcome.Refused());
  }

  @Test
  void shouldRefuseUnknownNameLikeWrongPassword() {
    assertThat(logins.login("bob", "rightA", HERE)).isEqualTo(new LoginOutcome.Refused());
  }

  @Test
  void shouldRefuseRoleThatIsNotAdmin() {
    assertThat(logins.login("vic", "rightV", HERE)).isEqualTo(new LoginOutcome.WrongRole("viewer"));
  }

  @Test
  void shouldBeClosedWithoutUsers() {
    assertThat(logins(List.of()).login("ann", "rightA", HERE)).isEqualTo(new LoginOutcome.Closed());
  }

  @Test
  void shouldThrottleSixthAttemptInAMinuteEvenWithRightPassword() {
    fail("ann", HERE, 5);
    clock.advance(Duration.ofSeconds(20));

    // the minute began with the first failure, 20 s ago
    assertThat(logins.login("ann", "rightA", HERE))
        .isEqualTo(new LoginOutcome.Throttled(Duration.ofSeconds(40)));
  }

  @Test
  void shouldLetInAgainAfterTheMinute() {
    fail("ann", HERE, 5);

    clock.advance(Duration.ofMinutes(1));

    assertThat(logins.login("ann", "rightA", HERE)).isInstanceOf(LoginOutcome.Accepted.class);
  }

  @Test
  void shouldNotThrottleTheSameUserFromElsewhere() {
    fail("ann", HERE, 5);

    assertThat(logins.login("ann", "rightA", "192.0.2.2"))
        .isInstanceOf(LoginOutcome.Accepted.class);
  }

  @Test
  void shouldForgetFailuresAfterSuccess() {
    fail("ann", HERE, 4);
    logins.login("ann", "rightA", HERE);

    fail("ann", HERE, 4);

    assertThat(logins.login("ann", "rightA", HERE)).isInstanceOf(LoginOutcome.Accepted.class);
  }

  @Test
  void shouldThrottleAddressThatTriesManyNames() {
    for (int i = 0; i < 30; i++) {
      logins.login("name" + i, "wrong", HERE);
    }

    assertThat(logins.login("ann", "rightA", HERE)).isInstanceOf(LoginOutcome.Throttled.class);
  }

  @Test
  void shouldNotShowTokenOrPasswordAsText() {
    assertThat(new LoginOutcome.Accepted("secret").toString()).doesNotContain("secret");
    assertThat(new GeneratedLogin("ann", "secret").toString()).doesNotContain("secret");
    assertThat(USERS.toString()).doesNotContain("right");
  }

  private void fail(String user, String address, int times) {
    for (int i = 0; i < times; i++) {
      logins.login(user, "wrong", address);
    }
  }

  private Logins logins(List<ConsoleUser> users) {
    SessionStore store = new InMemorySessionStore(LIMITS, clock);
    Sessions sessions = new Sessions(store, LIMITS, clock, new Random(1));
    return new Logins(users, (password, hash) -> hash.endsWith(password), sessions, clock);
  }
}
