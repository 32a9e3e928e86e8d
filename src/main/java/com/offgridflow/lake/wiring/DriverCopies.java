package com.offgridflow.lake.wiring;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;

/**
 * DuckDB's driver unpacks its library, some 60 MB, into the temporary directory at each start and
 * removes it at the end, which a process that is killed does not reach.
 */
final class DriverCopies {
  private static final Logger LOG = Logger.getLogger(DriverCopies.class);
  private static final String NAMES = "libduckdb_java*.so";

  /** By then whoever unpacked one has long loaded it, and no longer needs its name. */
  private static final Duration LOADED = Duration.ofHours(1);

  private DriverCopies() {}

  /** Removes those that are left over; what is another user's stays. */
  static void removeLeftOver(Path temporary, Instant now) {
    try (DirectoryStream<Path> copies = Files.newDirectoryStream(temporary, NAMES)) {
      for (Path copy : copies) {
        remove(copy, now.minus(LOADED));
      }
    } catch (IOException e) {
      LOG.warnf("cannot look for left-over copies of DuckDB in %s: %s", temporary, e.getMessage());
    }
  }

  private static void remove(Path copy, Instant before) {
    try {
      String user = System.getProperty("user.name");
      if (Files.getLastModifiedTime(copy).toInstant().isBefore(before)
          && Files.getOwner(copy).getName().equals(user)) {
        Files.deleteIfExists(copy);
      }
    } catch (IOException e) {
      LOG.warnf("cannot remove %s, which a killed process has left: %s", copy, e.getMessage());
    }
  }
}
