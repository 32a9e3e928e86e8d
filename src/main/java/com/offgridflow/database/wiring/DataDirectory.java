package com.offgridflow.database.wiring;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;

/**
 * The directory in which a hub on embedded PostgreSQL keeps everything. One process at a time: the
 * lock goes with the process, however it ends.
 */
public final class DataDirectory implements AutoCloseable {
  /** Locks of this process. A channel that nobody refers to is collected, and its lock is gone. */
  private static final Set<FileChannel> HELD = ConcurrentHashMap.newKeySet();

  private final Path path;
  private final FileChannel lockChannel;

  private DataDirectory(Path path, FileChannel lockChannel) {
    this.path = path;
    this.lockChannel = lockChannel;
  }

  /**
   * @throws StartException when another process uses it, or it cannot be written
   */
  public static DataDirectory open(Path directory) {
    WritableDirectory wanted = new WritableDirectory(directory, "data directory", "hub.data");
    wanted.require();
    Path path = wanted.path();
    try {
      FileChannel channel =
          FileChannel.open(
              path.resolve("hub.lock"),
              StandardOpenOption.CREATE,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE);
      lock(path, channel);
      return new DataDirectory(path, channel);
    } catch (IOException e) {
      throw wanted.refused(e);
    }
  }

  private static void lock(Path path, FileChannel channel) throws IOException {
    FileLock lock = tryLock(channel);
    if (lock == null) {
      String holder = Files.readString(path.resolve("hub.lock")).strip();
      channel.close();
      throw new StartException(
          "another hub (process %s) works in %s; stop it, or give this one a directory of its own: -Dhub.data=DIR"
              .formatted(holder, path));
    }
    HELD.add(channel);
    channel.truncate(0);
    String pid = Long.toString(ProcessHandle.current().pid());
    channel.write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.UTF_8)));
  }

  private static FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  public Path resolve(String name) {
    return path.resolve(name);
  }

  /** A random secret that is made on first use and then stays; readable by this user only. */
  public String secret(String name) {
    Path file = path.resolve(name);
    try {
      if (!Files.exists(file)) {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        Files.createFile(file);
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
          Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
        Files.writeString(file, HexFormat.of().formatHex(random));
      }
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new StartException("cannot keep a secret in " + file + ": " + e, e);
    }
  }

  /** What a server says is kept in this file. */
  ServerLog log(String name) {
    try {
      return ServerLog.open(path.resolve(name));
    } catch (IOException e) {
      throw new StartException("cannot keep a log in " + path.resolve(name) + ": " + e, e);
    }
  }

  /** Throws away everything but the lock: the database, its secrets, spooled files. */
  void clear() {
    try (Stream<Path> files = Files.list(path)) {
      for (Path file : files.toList()) {
        if (!file.equals(path.resolve("hub.lock"))) {
          FileUtils.forceDelete(file.toFile());
        }
      }
    } catch (IOException e) {
      throw new StartException("cannot clear the data directory " + path + ": " + e, e);
    }
  }

  @Override
  public void close() throws IOException {
    HELD.remove(lockChannel);
    lockChannel.close();
  }
}
