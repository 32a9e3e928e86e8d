package com.offgridflow.source.wiring;

import com.offgridflow.failure.UnrecoverableException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * How much an import reads, and how long it waits for it.
 *
 * @param feature whose settings {@code max-bytes} and {@code fetch-timeout} say so, e.g. {@code
 *     factor}
 * @param maxBytes of one file or answer
 * @param fetchTimeout for a whole answer
 */
public record ImportLimits(String feature, int maxBytes, Duration fetchTimeout) {

  /** For people. */
  String purpose() {
    return "import of " + feature + "s";
  }

  String setting(String name) {
    return feature + "." + name;
  }

  /**
   * @throws UnrecoverableException when the file is too large
   */
  public byte[] read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return read(in, file.getFileName().toString());
    }
  }

  /**
   * @param name of what is read, for the message
   * @throws UnrecoverableException when there is more
   */
  public byte[] read(InputStream in, String name) throws IOException {
    byte[] bytes = in.readNBytes(maxBytes + 1);
    if (bytes.length > maxBytes) {
      throw new UnrecoverableException(
          "%s has more than the %d bytes that %s allows; send it in several files"
              .formatted(name, maxBytes, setting("max-bytes")));
    }
    return bytes;
  }
}
