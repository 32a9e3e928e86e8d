package com.offgridflow.console;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Allows so many attempts per key and window. An attempt counts from its start, so that many at
 * once do not slip through before the first has failed; success forgives the key.
 */
public final class LoginThrottle {
  private static final int MAX_KEYS = 10_000;

  private final Map<String, Attempts> byKey = new LinkedHashMap<>();
  private final int attempts;
  private final Duration window;
  private final Clock clock;

  /**
   * @param attempts allowed within {@code window}, counted from the first of them
   */
  public LoginThrottle(int attempts, Duration window, Clock clock) {
    if (attempts < 1) {
      throw new IllegalArgumentException("at least 1 attempt must be allowed, not " + attempts);
    }
    this.attempts = attempts;
    this.window = window;
    this.clock = clock;
  }

  /** Counts an attempt; when there were too many, how long to wait instead. */
  public synchronized Optional<Duration> attempt(String key) {
    Instant now = clock.instant();
    Attempts before = byKey.get(key);
    if (before == null || !now.isBefore(before.until())) {
      forgetOld(now);
      byKey.put(key, new Attempts(1, now.plus(window)));
      return Optional.empty();
    }
    if (before.count() >= attempts) {
      return Optional.of(Duration.between(now, before.until()));
    }
    byKey.put(key, new Attempts(before.count() + 1, before.until()));
    return Optional.empty();
  }

  /** Forgets the attempts of this key. */
  public synchronized void forgive(String key) {
    byKey.remove(key);
  }

  private void forgetOld(Instant now) {
    if (byKey.size() >= MAX_KEYS) {
      byKey.values().removeIf(old -> !now.isBefore(old.until()));
    }
    if (byKey.size() >= MAX_KEYS) {
      byKey.remove(byKey.keySet().iterator().next());
    }
  }

  private record Attempts(int count, Instant until) {}
}
