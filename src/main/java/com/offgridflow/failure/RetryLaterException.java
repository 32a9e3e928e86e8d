package com.offgridflow.failure;

import java.time.Duration;

/** Work that may succeed later, as the other side has said: not before the delay is over. */
public class RetryLaterException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Duration delay;

  public RetryLaterException(String message, Duration delay) {
    super(message);
    this.delay = delay;
  }

  /** How long to wait at least. */
  public Duration delay() {
    return delay;
  }
}
