package com.offgridflow.lake.wiring;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.io.FileUtils;

/**
 * A place to spill to that no other process has: engines that spill to one directory overwrite each
 * other's files. The lock goes with the process, however it ends; what a killed one has left there
 * is removed by the next that takes its place.
 */
final class SpillDirectory implements AutoCloseable {
  /** Of this process, which must not ask for a lock that it has. */
  private static final Set<Path> TAKEN = ConcurrentHashMap.newKeySet();

  private final Path path;
  private final FileChannel lock;

  private SpillDirectory(Path path, FileChannel lock) {
    this.path = path;
    this.lock = lock;
  }

  /** The first place below {@code base} that is free, empty. */
  static SpillDirectory claim(Path base) throws IOException {
    Path common = Files.createDirectories(base.toAbsolutePath().normalize());
    for (int place = 0; ; place++) {
      Path path = common.resolve(Integer.toString(place));
      if (TAKEN.add(path)) {
        FileChannel lock = open(common.resolve(place + ".lock"));
        if (lock.tryLock() != null) {
          FileUtils.deleteDirectory(path.toFile());
          Files.createDirectories(path);
          return new SpillDirectory(path, lock);
        }
        lock.close();
        TAKEN.remove(path);
      }
    }
  }

  private static FileChannel open(Path file) throws IOException {
    return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }

  Path path() {
    return path;
  }

  @Override
  public void close() throws IOException {
    lock.close();
    TAKEN.remove(path);
  }
}
