package com.offgridflow.console;

import java.time.Instant;
import java.util.Optional;

/**
 * Keeps sessions under the digest of their token, never under the token itself. All replicas that
 * share a store share its sessions. Safe for use by many threads.
 */
public interface SessionStore {
  /** Keeps the session, and replaces what was kept under the same digest. */
  void save(String tokenDigest, Session session);

  /** The session of this digest, ended or not. */
  Optional<Session> find(String tokenDigest);

  /** Records activity, if the session is still there; a session removed meanwhile stays removed. */
  void touch(String tokenDigest, Instant now);

  /** Forgets the session, if there is one. */
  void remove(String tokenDigest);
}
