package com.offgridflow.database.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerLogTest {
  @TempDir Path directory;
  private Path file;

  @BeforeEach
  void place() {
    file = directory.resolve("postgres.log");
  }

  private void say(String text) throws IOException {
    Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  @Test
  void shouldTellWhyThisServerEndedAndNotWhyAnEarlierOneDid() throws IOException {
    say("2026-01-01 [1] PANIC:  out of memory\n");
    ServerLog log = ServerLog.open(file);
    say(
        """
        2026-01-02 [2] LOG:  database system is ready to accept connections
        2026-01-02 [3] PANIC:  could not write to file "pg_wal/xlogtemp.3": No space left on device
        2026-01-02 [4] FATAL:  the database system is in recovery mode
        """);

    assertThat(log.failure())
        .isEqualTo(
            "2026-01-02 [3] PANIC:  could not write to file \"pg_wal/xlogtemp.3\": No space left on device");
  }

  @Test
  void shouldNotTakeAnswersToClientsForTheReason() throws IOException {
    ServerLog log = ServerLog.open(file);
    say("2026-01-02 [4] FATAL:  the database system is shutting down\n");
    say("2026-01-02 [5] FATAL:  terminating connection due to unexpected postmaster exit\n");

    assertThat(log.failure()).isEmpty();
  }

  @Test
  void shouldTellWhatInitdbSays() throws IOException {
    ServerLog log = ServerLog.open(file);
    say(
        "creating subdirectories ... initdb: error: could not write file \"x\": No space left on device\n");

    assertThat(log.failure()).contains("initdb: error: could not write file \"x\"");
  }

  @Test
  void shouldPutALargeOneAside() throws IOException {
    say("x".repeat(10_000_001));
    ServerLog log = ServerLog.open(file);

    assertThat(log).isEqualTo(new ServerLog(file, 0));
    assertThat(directory.resolve("postgres.log.1")).hasSize(10_000_001);
  }
}
