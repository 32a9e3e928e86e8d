package com.offgridflow.console;

/** Compares a password with a hash. */
@FunctionalInterface
public interface PasswordCheck {
  /**
   * Whether {@code passwordHash}, a modular crypt string of BCrypt, is that of {@code password}.
   */
  boolean matches(String password, String passwordHash);
}
