package com.offgridflow.database.wiring;

import io.quarkus.arc.Arc;
import io.quarkus.runtime.Quarkus;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.commons.io.FileUtils;
import org.jboss.logging.Logger;

/** A real PostgreSQL server in the hub's own data directory, for machines that have none. */
final class EmbeddedDatabase {
  private static final String OWNER = "hub_owner";
  private static final String DATABASE = "hub";

  private EmbeddedDatabase() {}

  static DatabaseAddress start(DataDirectory data) {
    Path directory = data.resolve("postgres");
    stopOrphan(directory);
    String password = data.secret("database.secret");
    ServerLog log = data.log("postgres.log");
    try {
      Path unfinished = data.resolve("postgres.unfinished");
      begin(directory, unfinished);
      int port = start(directory, password, log);
      Files.deleteIfExists(unfinished);
      return address("jdbc:postgresql://localhost:" + port + "/" + DATABASE, password);
    } catch (IOException | SQLException | IllegalStateException e) {
      throw new StartException(
          "embedded PostgreSQL did not start in %s: %s; its log is %s, %,d MB are left on that disk; an external server is used when HUB_DB_URL, HUB_DB_USER and HUB_DB_PASSWORD are set"
              .formatted(
                  directory,
                  log.failure().isEmpty() ? e.getMessage() : log.failure(),
                  log.file(),
                  data.resolve("").toFile().getUsableSpace() / 1_000_000),
          e);
    }
  }

  /**
   * A hub that was killed while it made the server's directory leaves part of one, in which no
   * server starts and none ever has: it is made again.
   */
  static void begin(Path directory, Path unfinished) throws IOException {
    if (Files.exists(unfinished)) {
      FileUtils.deleteDirectory(directory.toFile());
    }
    if (!Files.exists(directory.resolve("postgresql.conf"))) {
      Files.writeString(unfinished, "");
    }
  }

  private static int start(Path directory, String password, ServerLog log)
      throws IOException, SQLException {
    EmbeddedPostgres server =
        builder(directory, password)
            .setOutputRedirector(Redirect.appendTo(log.file().toFile()))
            .start();
    ServerWatch watch = new ServerWatch(directory, log, EmbeddedDatabase::endHub);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, watch), "postgres-stop"));
    createDatabase(server, password);
    watch.begin();
    return server.getPort();
  }

  private static void endHub(String reason) {
    Logger.getLogger(EmbeddedDatabase.class).error(reason);
    Quarkus.asyncExit(1);
  }

  private static DatabaseAddress address(String url, String password) {
    String appPassword = DatabaseAddress.derivedPassword(password, DatabaseAddress.APP_USER);
    return new DatabaseAddress(url, OWNER, password, DatabaseAddress.APP_USER, appPassword);
  }

  /**
   * Local users other than this one must not come in, hence passwords; and what was committed must
   * survive a power cut, hence fsync, which the library turns off. The binaries are unpacked per
   * user, because another user's copy cannot be written to. The log is for what befalls the server;
   * statements that fail are told to whoever made them, and may hold what is nobody else's.
   */
  private static EmbeddedPostgres.Builder builder(Path directory, String password) {
    return EmbeddedPostgres.builder()
        .setDataDirectory(directory)
        .setCleanDataDirectory(false)
        .setOverrideWorkingDirectory(binaries().toFile())
        .setPGStartupWait(Duration.ofSeconds(60))
        .setServerConfig("fsync", "on")
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("max_connections", "60")
        .setServerConfig("shared_buffers", "256MB")
        .setServerConfig("max_wal_size", "2GB")
        .setServerConfig("wal_buffers", "32MB")
        .setServerConfig("wal_init_zero", "off")
        .setServerConfig("listen_addresses", "localhost")
        .setServerConfig("unix_socket_directories", "")
        .setServerConfig("log_min_messages", "log")
        .setServerConfig("log_min_error_statement", "panic")
        .setServerConfig("log_checkpoints", "off")
        .setServerConfig("lc_messages", "C")
        .setRegisterShutdownHook(false)
        .setConnectConfig("password", password);
  }

  /** Below a directory of this user alone, because what lies there is executed. */
  private static Path binaries() {
    String user = System.getProperty("user.name");
    Path own = Path.of(System.getProperty("java.io.tmpdir"), "offgridflow-" + user);
    try {
      if (!Files.isDirectory(own)) {
        Files.createDirectory(own);
        if (Files.getFileStore(own).supportsFileAttributeView("posix")) {
          Files.setPosixFilePermissions(own, PosixFilePermissions.fromString("rwx------"));
        }
      }
      if (!Files.getOwner(own).getName().equals(user)) {
        throw new StartException(own + " belongs to somebody else; set -Djava.io.tmpdir=DIR");
      }
      return own.resolve("postgres");
    } catch (IOException e) {
      throw new StartException("cannot unpack PostgreSQL to " + own + ": " + e, e);
    }
  }

  private static void createDatabase(EmbeddedPostgres server, String password) throws SQLException {
    try (Connection superuser = server.getPostgresDatabase().getConnection()) {
      DatabaseRoles.createLogin(superuser, OWNER, password);
      DatabaseRoles.createLogin(
          superuser,
          DatabaseAddress.APP_USER,
          DatabaseAddress.derivedPassword(password, DatabaseAddress.APP_USER));
      DatabaseRoles.createDatabase(superuser, DATABASE, OWNER);
      DatabaseRoles.createLogin(superuser, "postgres", password);
      DatabaseRoles.requirePasswords(superuser);
    }
  }

  /**
   * Shutdown hooks run side by side, but the hub must have settled its work before the server goes.
   */
  private static void stop(EmbeddedPostgres server, ServerWatch watch) {
    watch.end();
    try {
      for (int i = 0; i < 300 && Arc.container() != null && Arc.container().isRunning(); i++) {
        Thread.sleep(50);
      }
      if (!watch.ended()) {
        server.close();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A hub that was killed leaves its server running; nobody else can be using it. */
  private static void stopOrphan(Path directory) {
    Path pidFile = directory.resolve("postmaster.pid");
    if (!Files.exists(pidFile)) {
      return;
    }
    try {
      ProcessHandle.of(ServerWatch.processId(pidFile))
          .filter(EmbeddedDatabase::isPostgres)
          .ifPresent(EmbeddedDatabase::stop);
    } catch (IOException | NumberFormatException | IndexOutOfBoundsException e) {
      throw new StartException(
          "cannot read " + pidFile + "; remove it if no PostgreSQL server works in " + directory,
          e);
    }
  }

  private static boolean isPostgres(ProcessHandle process) {
    return process.info().command().map(command -> command.contains("postgres")).orElse(false);
  }

  private static void stop(ProcessHandle postmaster) {
    postmaster.destroy();
    try {
      postmaster.onExit().get(20, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      postmaster.destroyForcibly();
      postmaster.onExit().join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new CompletionException(e.getCause());
    }
  }
}
