package com.offgridflow.failure;

import java.util.concurrent.atomic.AtomicBoolean;

/** Something that is tried over and over fails for a while; said once when it begins and ends. */
public final class Outage {
  private final AtomicBoolean lasting = new AtomicBoolean();

  /** A try failed; whether the one before it did not. */
  public boolean begins() {
    return lasting.compareAndSet(false, true);
  }

  /** A try did not fail; whether the one before it did. */
  public boolean ends() {
    return lasting.compareAndSet(true, false);
  }
}
