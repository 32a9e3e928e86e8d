package com.offgridflow.console;

import java.time.Duration;

/** How a login ended. */
public sealed interface LoginOutcome {
  /** The user is in; the token goes into the user's cookie and nowhere else. */
  record Accepted(String token) implements LoginOutcome {
    @Override
    public String toString() {
      return "Accepted";
    }
  }

  /** Name or password is wrong; which of them is not told. */
  record Refused() implements LoginOutcome {}

  /** The password is right, but the role does not open the console. */
  record WrongRole(String role) implements LoginOutcome {}

  /** Too many attempts; try again after the given time. */
  record Throttled(Duration retryAfter) implements LoginOutcome {}

  /** Nobody is configured who could log in. */
  record Closed() implements LoginOutcome {}
}
