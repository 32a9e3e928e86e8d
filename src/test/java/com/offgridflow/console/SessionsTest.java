package com.offgridflow.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.offgridflow.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class SessionsTest {
  private static final ConsoleUser ADMIN = new ConsoleUser("ann", ConsoleUser.ADMIN, "$2y$05$hash");
  private static final SessionLimits LIMITS =
      new SessionLimits(Duration.ofMinutes(30), Duration.ofHours(8), 2);

  private final MutableClock clock = new MutableClock();
  private final SessionStore store = new InMemorySessionStore(LIMITS, clock);
  private final Sessions sessions = new Sessions(store, LIMITS, clock, new Random(1));

  @Test
  void shouldFindSessionByItsToken() {
    String token = sessions.begin(ADMIN);

    assertThat(sessions.find(token)).map(Session::user).contains("ann");
  }

  @Test
  void shouldMakeTokensOf256Bits() {
    // 32 bytes are 43 characters of Base64 without padding
    assertThat(sessions.begin(ADMIN)).hasSize(43).isNotEqualTo(sessions.begin(ADMIN));
  }

  @Test
  void shouldNotFindUnknownToken() {
    assertThat(sessions.find("nonsense")).isEmpty();
  }

  @Test
  void shouldKeepOnlySha256OfToken() {
    AtomicReference<String> kept = new AtomicReference<>();
    SessionStore spy = new InMemorySessionStore(LIMITS, clock);
    Sessions spied = new Sessions(new RecordingStore(spy, kept), LIMITS, clock, () -> 0L);

    spied.begin(ADMIN);

    // printf %s AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA | sha256sum
    assertThat(kept.get())
        .isEqualTo("0f007385b6f9d4b7eeb2748605afe1a984a0a3bfa3f014d09e2a784ce9e5cd1a");
  }

  @Test
  void shouldEndSessionAfterThirtyIdleMinutes() {
    String token = sessions.begin(ADMIN);

    clock.advance(Duration.ofMinutes(30));

    assertThat(sessions.find(token)).isEmpty();
  }

  @Test
  void shouldKeepSessionThatIsUsed() {
    String token = sessions.begin(ADMIN);
    clock.advance(Duration.ofMinutes(29));
    sessions.use(token);

    clock.advance(Duration.ofMinutes(29));

    assertThat(sessions.find(token)).isPresent();
  }

  @Test
  void shouldNotProlongSessionByLookingAtIt() {
    String token = sessions.begin(ADMIN);
    clock.advance(Duration.ofMinutes(29));
    sessions.find(token);

    clock.advance(Duration.ofMinutes(1));

    assertThat(sessions.find(token)).isEmpty();
  }

  @Test
  void shouldEndSessionEightHoursAfterLoginHoweverMuchItIsUsed() {
    String token = sessions.begin(ADMIN);
    for (int i = 0; i < 24; i++) {
      clock.advance(Duration.ofMinutes(20));
      sessions.use(token);
    }

    assertThat(sessions.find(token)).isEmpty();
  }

  @Test
  void shouldEndSessionAtLogout() {
    String token = sessions.begin(ADMIN);

    sessions.end(token);

    assertThat(sessions.use(token)).isEmpty();
  }

  @Test
  void shouldEndTheIdlestSessionWhenThereAreTooMany() {
    String first = sessions.begin(ADMIN);
    clock.advance(Duration.ofMinutes(1));
    String second = sessions.begin(ADMIN);
    clock.advance(Duration.ofMinutes(1));
    sessions.use(first);

    String third = sessions.begin(ADMIN);

    assertThat(sessions.find(second)).isEmpty();
    assertThat(sessions.find(first)).isPresent();
    assertThat(sessions.find(third)).isPresent();
  }

  @Test
  void shouldTellSecondsUntilIdleEnd() {
    Session session = sessions.find(sessions.begin(ADMIN)).orElseThrow();

    clock.advance(Duration.ofSeconds(60));

    // 30 min idle less the minute gone by
    assertThat(sessions.secondsLeft(session)).isEqualTo(1740);
  }

  @Test
  void shouldRejectIdleTimeAboveAbsoluteTime() {
    assertThatThrownBy(() -> new SessionLimits(Duration.ofHours(9), Duration.ofHours(8), 1))
        .hasMessageContaining("PT9H")
        .hasMessageContaining("PT30M");
  }

  private record RecordingStore(SessionStore to, AtomicReference<String> kept)
      implements SessionStore {
    @Override
    public void save(String tokenDigest, Session session) {
      kept.set(tokenDigest);
      to.save(tokenDigest, session);
    }

    @Override
    public Optional<Session> find(String tokenDigest) {
      return to.find(tokenDigest);
    }

    @Override
    public void touch(String tokenDigest, Instant now) {
      to.touch(tokenDigest, now);
    }

    @Override
    public void remove(String tokenDigest) {
      to.remove(tokenDigest);
    }
  }
}
