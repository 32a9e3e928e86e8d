package com.offgridflow.database.wiring;

/** The hub cannot start; the message tells its administrator why and what would work. */
public class StartException extends RuntimeException {
  public StartException(String message) {
    super(message);
  }

  public StartException(String message, Throwable cause) {
    super(message, cause);
  }
}
