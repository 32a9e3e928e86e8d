package com.offgridflow.source;

import java.time.Instant;

/**
 * An object at a connection's location.
 *
 * @param name full key in the bucket or container, or path below the directory, with slashes
 * @param bytes its size
 * @param modified when it was last written; {@link Instant#EPOCH} where the transport does not say
 */
public record RemoteObject(String name, long bytes, Instant modified) {
  public RemoteObject(String name, long bytes) {
    this(name, bytes, Instant.EPOCH);
  }
}
