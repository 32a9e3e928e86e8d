package com.offgridflow.tenant.wiring;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * What another transaction reads while the one at hand goes on. Closing it waits until that
 * transaction has ended, so that none outlives the work it was for.
 *
 * @param <T> what is read
 */
public final class Beside<T> implements AutoCloseable {
  private final CompletableFuture<T> reading;

  Beside(CompletableFuture<T> reading) {
    this.reading = reading;
  }

  /**
   * Waits for what is read.
   *
   * @throws RuntimeException what the reading failed with, as it was thrown
   */
  public T get() {
    try {
      return reading.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw e;
    }
  }

  @Override
  public void close() {
    reading.exceptionally(failure -> null).join();
  }
}
