package com.offgridflow.source;

import java.nio.file.Path;

/**
 * An object that can be read here.
 *
 * @param name as at its location
 * @param file where it lies now
 * @param digest SHA-256 of its bytes, lower-case hex
 */
public record LocalObject(String name, Path file, long bytes, String digest) {

  /** Whether a file that a reader speaks of is this object. */
  public boolean is(Path path) {
    return path.equals(file);
  }
}
