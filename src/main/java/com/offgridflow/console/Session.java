package com.offgridflow.console;

import java.time.Instant;

/**
 * A user who has logged in.
 *
 * @param user login name
 * @param role the user's role at login
 * @param begun when the user logged in
 * @param lastActive when the user last did something; the console's own polling does not count
 */
public record Session(String user, String role, Instant begun, Instant lastActive) {
  public Session {
    if (lastActive.isBefore(begun)) {
      throw new IllegalArgumentException(
          "session of " + user + " was active at " + lastActive + ", before it began at " + begun);
    }
  }

  Session activeAt(Instant now) {
    return now.isAfter(lastActive) ? new Session(user, role, begun, now) : this;
  }
}
