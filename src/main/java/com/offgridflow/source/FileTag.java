package com.offgridflow.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * Tells a file that was changed from one that was not, without reading it: by its size, when its
 * content and when anything about it was last written, and which file it is. The second of these
 * times is the system's own, so that copying a file with an older date does not hide it.
 */
public final class FileTag {
  /** Within it a second write might leave no trace; clocks of servers of files tick slowly. */
  private static final Duration SETTLING = Duration.ofSeconds(3);

  private FileTag() {}

  /**
   * @param now by the hub's clock
   * @return empty when the file was written just now, or where the system does not say enough: then
   *     only reading it tells
   */
  public static String of(Path file, Instant now) throws IOException {
    if (!file.getFileSystem().supportedFileAttributeViews().contains("unix")) {
      return "";
    }
    Map<String, Object> known = Files.readAttributes(file, "unix:size,lastModifiedTime,ctime,ino");
    Instant changed = ((FileTime) known.get("ctime")).toInstant();
    return changed.isAfter(now.minus(SETTLING))
        ? ""
        : "%s/%s/%s/%s"
            .formatted(known.get("ino"), known.get("size"), known.get("lastModifiedTime"), changed);
  }
}
