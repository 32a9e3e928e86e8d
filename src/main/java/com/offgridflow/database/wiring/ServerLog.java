package com.offgridflow.database.wiring;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What embedded PostgreSQL says: in a file, where it is still to be read when the server is gone.
 *
 * @param from how much was in the file when this server started, in bytes
 */
record ServerLog(Path file, long from) {
  private static final long LARGE = 10_000_000;
  private static final int LINES = 3;

  /** What clients and children are told when the server goes under is no reason for it. */
  private static final Pattern CONSEQUENCE =
      Pattern.compile("the database system is|terminating connection");

  /** A large file is put aside, in the place of the one that was put aside before. */
  static ServerLog open(Path file) throws IOException {
    if (Files.exists(file) && Files.size(file) > LARGE) {
      Path old = file.resolveSibling(file.getFileName() + ".1");
      Files.move(file, old, StandardCopyOption.REPLACE_EXISTING);
    }
    return new ServerLog(file, Files.exists(file) ? Files.size(file) : 0);
  }

  /** Why the server ended, or could not be made or started, in its own words; empty if unsaid. */
  String failure() {
    List<String> lines = lines();
    return Stream.<Predicate<String>>of(
            line -> line.contains("PANIC:"),
            line -> line.contains("FATAL:") && !CONSEQUENCE.matcher(line).find(),
            line -> line.contains("error:"))
        .map(wanted -> lines.stream().filter(wanted).toList())
        .filter(found -> !found.isEmpty())
        .findFirst()
        .map(found -> found.subList(Math.max(0, found.size() - LINES), found.size()))
        .map(found -> String.join(" | ", found))
        .orElse("");
  }

  private List<String> lines() {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      ByteBuffer since = ByteBuffer.allocate((int) Math.min(LARGE, channel.size() - from));
      channel.read(since, channel.size() - since.capacity());
      return new String(since.array(), StandardCharsets.UTF_8).lines().map(String::strip).toList();
    } catch (IOException e) {
      return List.of("error: " + file + " cannot be read: " + e.getMessage());
    }
  }
}
