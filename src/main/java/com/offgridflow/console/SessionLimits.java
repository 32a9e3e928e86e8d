package com.offgridflow.console;

import java.time.Duration;
import java.time.Instant;

/**
 * How long a session lasts, and how many there may be.
 *
 * @param idle time without activity after which a session ends
 * @param absolute time after login at which a session ends in any case
 * @param count sessions kept at once; one more ends the one that has been idle longest
 */
public record SessionLimits(Duration idle, Duration absolute, int count) {
  public SessionLimits {
    if (idle.isNegative() || idle.isZero() || absolute.compareTo(idle) < 0) {
      throw new IllegalArgumentException(
          "a session's idle time "
              + idle
              + " must be above zero and not above its absolute time "
              + absolute
              + ", such as PT30M and PT8H");
    }
    if (count < 1) {
      throw new IllegalArgumentException("at least 1 session must fit, not " + count);
    }
  }

  boolean ended(Session session, Instant now) {
    return !now.isBefore(endOf(session));
  }

  /** When the session ends if nothing happens before. */
  Instant endOf(Session session) {
    Instant idleEnd = session.lastActive().plus(idle);
    Instant absoluteEnd = session.begun().plus(absolute);
    return idleEnd.isBefore(absoluteEnd) ? idleEnd : absoluteEnd;
  }
}
