package com.offgridflow.failure;

import java.time.Duration;

/**
 * An attempt that failed, after which the other side asks for patience: the next one is not made
 * before the delay is over. Unlike {@link PostponedException} it counts, so that a receiver which
 * asks for ever is given up.
 */
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
