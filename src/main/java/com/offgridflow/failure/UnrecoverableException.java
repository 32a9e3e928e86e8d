package com.offgridflow.failure;

/** Work that would fail again just the same until somebody changes something. */
public class UnrecoverableException extends RuntimeException {
  public UnrecoverableException(String message) {
    super(message);
  }

  public UnrecoverableException(String message, Throwable cause) {
    super(message, cause);
  }
}
