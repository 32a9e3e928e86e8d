package com.offgridflow.database.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerWatchTest {
  @TempDir Path directory;
  private final BlockingQueue<String> said = new LinkedBlockingQueue<>();
  private Process server;
  private ServerWatch watch;

  /** Any process will do for a server. */
  @BeforeEach
  void start() throws IOException {
    server = new ProcessBuilder("sleep", "60").start();
    Files.writeString(directory.resolve("postmaster.pid"), server.pid() + "\n" + directory + "\n");
    watch =
        new ServerWatch(directory, ServerLog.open(directory.resolve("postgres.log")), said::add);
    watch.begin();
  }

  @AfterEach
  void stop() {
    server.destroyForcibly();
  }

  @Test
  void shouldEndTheHubWhenTheServerIsKilled() throws Exception {
    Files.writeString(directory.resolve("postgres.log"), "[7] PANIC:  No space left on device\n");
    server.destroyForcibly();

    assertThat(said.poll(10, TimeUnit.SECONDS))
        .startsWith(
            "embedded PostgreSQL, process %d in %s, has ended ([7] PANIC:  No space left on device);"
                .formatted(server.pid(), directory))
        .contains("stops with exit code 1");
  }

  @Test
  void shouldLetTheServerEndWithTheHub() throws Exception {
    watch.end();
    server.destroyForcibly().waitFor();

    assertThat(said.poll(1, TimeUnit.SECONDS)).isNull();
  }
}
