package com.offgridflow.wiring;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The packaged hub as a process, with its demo's cycle over a directory. */
final class HubProcess implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  private final Path data;
  private final Path log;
  private final Process process;

  HubProcess(Path data, Path input) throws IOException {
    this.data = data;
    this.log = Files.createTempFile(data.getParent(), "hub-", ".log");
    process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-Dquarkus.profile=demo",
                "-Dhub.data=" + data,
                "-Dhub.out=" + data.resolveSibling(data.getFileName() + "-out"),
                "-Dhub.demo.input=" + input,
                "-jar",
                "target/quarkus-app/quarkus-run.jar")
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
  }

  String output() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Waits until the cycle is done. */
  void awaitCycle() {
    await()
        .atMost(PATIENCE)
        .failFast("the hub has ended, see " + log, () -> !process.isAlive())
        .until(() -> output().contains("cycle done"));
  }

  /** Waits until a count in the database is not 0. */
  void awaitSome(String query) {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(20))
        .ignoreExceptions()
        .until(() -> !query(query).equals("0"));
  }

  /** SIGKILL: nothing is given back and nothing is written down. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  int awaitExit() throws InterruptedException {
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      throw new IllegalStateException("the hub does not end:\n" + output());
    }
    return process.exitValue();
  }

  /** The database server's process, if one runs. */
  Optional<ProcessHandle> postgres() throws IOException {
    Path pid = data.resolve("postgres/postmaster.pid");
    return Files.exists(pid)
        ? ProcessHandle.of(Long.parseLong(Files.readAllLines(pid).get(0).strip()))
        : Optional.empty();
  }

  /** The one text that a query answers, asked as the owner of the tables. */
  String query(String query) throws IOException, SQLException {
    List<String> server = Files.readAllLines(data.resolve("postgres/postmaster.pid"));
    String url = "jdbc:postgresql://localhost:" + server.get(3).strip() + "/hub";
    String password = Files.readString(data.resolve("database.secret")).strip();
    try (Connection connection = DriverManager.getConnection(url, "hub_owner", password);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }

  /** Asks the hub to end; whether its database server ended with it. */
  boolean stop() throws IOException {
    Optional<ProcessHandle> server = postgres();
    process.destroy();
    process.onExit().orTimeout(60, TimeUnit.SECONDS).join();
    return server.map(HubProcess::ends).orElse(true);
  }

  private static boolean ends(ProcessHandle server) {
    try {
      server.onExit().get(10, TimeUnit.SECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws IOException {
    Optional<ProcessHandle> server = postgres();
    stop();
    server.ifPresent(ProcessHandle::destroyForcibly);
  }
}
