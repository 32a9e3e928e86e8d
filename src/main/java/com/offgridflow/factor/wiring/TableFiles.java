package com.offgridflow.factor.wiring;

import com.offgridflow.failure.UnrecoverableException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads tables, none larger than the administrator allows. */
@ApplicationScoped
class TableFiles {
  private final FactorConfig config;

  TableFiles(FactorConfig config) {
    this.config = config;
  }

  /**
   * @throws UnrecoverableException when it is too large
   */
  byte[] read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(config.maxBytes() + 1);
      return checked(bytes, file.getFileName().toString());
    }
  }

  byte[] checked(byte[] bytes, String name) {
    if (bytes.length > config.maxBytes()) {
      throw new UnrecoverableException(
          "%s has more than %d bytes, which factor.max-bytes allows; send it in several tables"
              .formatted(name, config.maxBytes()));
    }
    return bytes;
  }
}
