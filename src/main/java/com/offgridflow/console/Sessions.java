package com.offgridflow.console;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.apache.commons.codec.digest.DigestUtils;

/** Begins, finds and ends sessions. The token is the user's; here only its SHA-256 is kept. */
public final class Sessions {
  private static final int TOKEN_BYTES = 32;

  private final SessionStore store;
  private final SessionLimits limits;
  private final Clock clock;
  private final RandomGenerator random;

  /**
   * @param random unpredictable: a {@link java.security.SecureRandom} everywhere but in tests
   */
  public Sessions(SessionStore store, SessionLimits limits, Clock clock, RandomGenerator random) {
    this.store = store;
    this.limits = limits;
    this.clock = clock;
    this.random = random;
  }

  /** Begins a session and returns its token, 256 random bits in URL-safe Base64. */
  public String begin(ConsoleUser user) {
    byte[] bytes = new byte[TOKEN_BYTES];
    random.nextBytes(bytes);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    Instant now = clock.instant();
    store.save(DigestUtils.sha256Hex(token), new Session(user.name(), user.role(), now, now));
    return token;
  }

  /** The running session of this token; empty when it ended, was ended, or never was. */
  public Optional<Session> find(String token) {
    String digest = DigestUtils.sha256Hex(token);
    Optional<Session> session = store.find(digest);
    if (session.filter(s -> limits.ended(s, clock.instant())).isPresent()) {
      store.remove(digest);
      return Optional.empty();
    }
    return session;
  }

  /** As {@link #find}, and counts as activity of the user. */
  public Optional<Session> use(String token) {
    Optional<Session> session = find(token);
    session.ifPresent(s -> store.touch(DigestUtils.sha256Hex(token), clock.instant()));
    return session.map(s -> s.activeAt(clock.instant()));
  }

  /** Ends the session; the token opens nothing from then on. */
  public void end(String token) {
    store.remove(DigestUtils.sha256Hex(token));
  }

  /** Whole seconds until the session ends if the user does nothing more. */
  public long secondsLeft(Session session) {
    return clock.instant().until(limits.endOf(session), ChronoUnit.SECONDS);
  }
}
