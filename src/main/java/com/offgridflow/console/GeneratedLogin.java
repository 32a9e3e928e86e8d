package com.offgridflow.console;

import java.util.Base64;
import java.util.random.RandomGenerator;

/**
 * A login made up at start, for runs without a configured one. Only the demo's summary shows it.
 *
 * @param user login name
 * @param password in the clear
 */
public record GeneratedLogin(String user, String password) {
  private static final int PASSWORD_BYTES = 15;

  /** A login {@code admin} with 120 random bits as password, 20 characters. */
  public static GeneratedLogin make(RandomGenerator random) {
    byte[] bytes = new byte[PASSWORD_BYTES];
    random.nextBytes(bytes);
    return new GeneratedLogin("admin", Base64.getUrlEncoder().encodeToString(bytes));
  }

  /** The password is left out, so that it stands in no log by accident. */
  @Override
  public String toString() {
    return "GeneratedLogin[user=" + user + "]";
  }
}
