package com.offgridflow.failure;

import java.time.Duration;

/** Work that has to wait before it can be tried; waiting is not a failed attempt. */
public class PostponedException extends RuntimeException {
  private final Duration delay;

  /**
   * @param delay how long to wait, more than nothing
   */
  public PostponedException(String message, Duration delay) {
    super(message);
    if (delay.isNegative() || delay.isZero()) {
      throw new IllegalArgumentException("a postponement takes some time, not " + delay);
    }
    this.delay = delay;
  }

  public Duration delay() {
    return delay;
  }
}
