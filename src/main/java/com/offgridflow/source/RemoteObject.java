package com.offgridflow.source;

import java.time.Instant;

/**
 * An object at a connection's location.
 *
 * @param name full key in the bucket or container, or path below the directory, with slashes
 * @param bytes its size
 * @param modified when it was last written; {@link Instant#EPOCH} where the transport does not say
 * @param tag changes whenever the content does, such as an ETag; empty where the transport has none
 */
public record RemoteObject(String name, long bytes, Instant modified, String tag) {
  public RemoteObject(String name, long bytes) {
    this(name, bytes, Instant.EPOCH);
  }

  public RemoteObject(String name, long bytes, Instant modified) {
    this(name, bytes, modified, "");
  }
}
