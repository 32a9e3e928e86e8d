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

  /** Whether a file that a reader speaks of is this object, or was made from it beside it. */
  public boolean holds(Path path) {
    return path.equals(file) || path.getParent().equals(file.getParent());
  }
}
