package com.offgridflow.console;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Sessions of this process only: after a restart, or on another replica, users log in again. */
public final class InMemorySessionStore implements SessionStore {
  private final Map<String, Session> sessions = new HashMap<>();
  private final SessionLimits limits;
  private final Clock clock;

  public InMemorySessionStore(SessionLimits limits, Clock clock) {
    this.limits = limits;
    this.clock = clock;
  }

  @Override
  public synchronized void save(String tokenDigest, Session session) {
    sessions.values().removeIf(old -> limits.ended(old, clock.instant()));
    if (sessions.size() >= limits.count() && !sessions.containsKey(tokenDigest)) {
      sessions.entrySet().stream()
          .min(Comparator.comparing(entry -> entry.getValue().lastActive()))
          .ifPresent(idlest -> sessions.remove(idlest.getKey()));
    }
    sessions.put(tokenDigest, session);
  }

  @Override
  public synchronized Optional<Session> find(String tokenDigest) {
    return Optional.ofNullable(sessions.get(tokenDigest));
  }

  @Override
  public synchronized void touch(String tokenDigest, Instant now) {
    sessions.computeIfPresent(tokenDigest, (digest, session) -> session.activeAt(now));
  }

  @Override
  public synchronized void remove(String tokenDigest) {
    sessions.remove(tokenDigest);
  }
}
