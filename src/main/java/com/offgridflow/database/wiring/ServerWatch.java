package com.offgridflow.database.wiring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Ends the hub when embedded PostgreSQL ends. It is not started anew from here: a server that went
 * for want of room or memory would go again, and whoever supervises the hub is to see it. What was
 * committed is there at the next start, and jobs go on.
 */
final class ServerWatch {
  private final Path directory;
  private final ServerLog log;
  private final Consumer<String> ending;
  private volatile boolean over;
  private volatile boolean ended;

  /**
   * @param ending what ends the hub, told why
   */
  ServerWatch(Path directory, ServerLog log, Consumer<String> ending) {
    this.directory = directory;
    this.log = log;
    this.ending = ending;
  }

  /** Begins to watch a server that has started. */
  void begin() throws IOException {
    ProcessHandle.of(processId(directory.resolve("postmaster.pid")))
        .ifPresent(server -> server.onExit().thenRun(() -> ended(server.pid())));
  }

  /** From here on the server may end. */
  void end() {
    over = true;
  }

  /** Whether it has ended. */
  boolean ended() {
    return ended;
  }

  /** The process that a {@code postmaster.pid} names. */
  static long processId(Path file) throws IOException {
    return Long.parseLong(Files.readAllLines(file).get(0).strip());
  }

  private void ended(long process) {
    ended = true;
    if (!over) {
      ending.accept(farewell(process));
    }
  }

  private String farewell(long process) {
    String reason = log.failure();
    return "embedded PostgreSQL, process %d in %s, has ended%s; the hub cannot work without it and stops with exit code 1; started again, it goes on with all that was committed; see %s; %,d MB are left on that disk"
        .formatted(
            process,
            directory,
            reason.isEmpty() ? "" : " (" + reason + ")",
            log.file(),
            directory.toFile().getUsableSpace() / 1_000_000);
  }
}
