package com.offgridflow.database.wiring;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * A directory that the hub is to write in. Whether it can is tried out before any work begins, with
 * a file, because permissions alone know nothing of read-only file systems and full disks.
 *
 * @param path absolute
 * @param name what it is for people, such as {@code data directory}
 * @param key setting that chooses another
 */
public record WritableDirectory(Path path, String name, String key) {
  private static final byte[] BLOCK = new byte[8192];

  public WritableDirectory {
    path = path.toAbsolutePath().normalize();
  }

  /**
   * Makes the directory and those above it where they are missing.
   *
   * @throws StartException when nothing can be written there; the message says why
   */
  public void require() {
    try {
      Files.createDirectories(path);
      Path probe = Files.createTempFile(path, ".probe-", "");
      try {
        Files.write(probe, BLOCK);
      } finally {
        Files.delete(probe);
      }
    } catch (IOException e) {
      throw refused(e);
    }
  }

  /** Why it cannot be used, and what would work. */
  StartException refused(IOException e) {
    return new StartException(
        "cannot use the %s %s: %s; make it a directory with room that %s may write to, or choose another with -D%s=DIR"
            .formatted(name, path, reason(e), System.getProperty("user.name"), key),
        e);
  }

  private String reason(IOException e) {
    Path there = existing();
    if (!Files.isDirectory(there)) {
      return there + " is a file, not a directory";
    }
    if (e instanceof AccessDeniedException denied) {
      return denied.getFile() + " cannot be written, " + there + " belongs to " + owner(there);
    }
    if (e instanceof NoSuchFileException) {
      return "nothing can be made in " + there;
    }
    String reason = e instanceof FileSystemException f ? f.getReason() : null;
    return reason == null ? e.getMessage() : reason + ": " + there;
  }

  /** The part of the path that is there. */
  private Path existing() {
    Path there = path;
    while (!Files.exists(there)) {
      there = there.getParent();
    }
    return there;
  }

  private static String owner(Path path) {
    try {
      return Files.getOwner(path).getName();
    } catch (IOException | UnsupportedOperationException e) {
      return "an unknown user";
    }
  }
}
