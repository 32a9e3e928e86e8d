package com.offgridflow.lake.wiring;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/**
 * A Trino coordinator and a worker on loopback, with one catalog {@code lake} over a directory. The
 * server is what profile {@code harness} fetches; it needs a JDK of version 24 or later, looked for
 * in {@code trino.java.home} and beside this one.
 */
public final class TrinoCluster implements AutoCloseable {
  private static final Path ARCHIVE = Path.of("target/trino/server.tar.gz");
  private static final Path HOME = Path.of("target/trino/server").toAbsolutePath();

  private final Path directory;
  private final int port = freePort();
  private final List<Process> nodes = new ArrayList<>();

  /** Starts it, or skips the test where it cannot be had. */
  public TrinoCluster(Path directory) throws IOException, InterruptedException {
    assumeTrue(Files.exists(ARCHIVE), "no Trino here: run with -Pharness to fetch " + ARCHIVE);
    Optional<Path> java = java();
    assumeTrue(java.isPresent(), "Trino needs a JDK of version 24 or later: -Dtrino.java.home=");
    this.directory = directory.toAbsolutePath();
    Files.createDirectories(data());
    unpack();
    nodes.add(start("coordinator", port, java.get()));
    nodes.add(start("worker", freePort(), java.get()));
    Awaitility.await()
        .atMost(Duration.ofMinutes(3))
        .pollInterval(Duration.ofSeconds(1))
        .until(this::ready);
  }

  /** What a connection names it by. */
  public String url() {
    return "jdbc:trino://127.0.0.1:" + port;
  }

  /** Where objects lie; a table's location is {@code local:///<folder>}. */
  public Path data() {
    return directory.resolve("data");
  }

  public Connection connect() throws SQLException {
    return DriverManager.getConnection(url() + "?user=test&explicitPrepare=false");
  }

  public void execute(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private boolean ready() {
    if (nodes.stream().anyMatch(node -> !node.isAlive())) {
      throw new IllegalStateException("Trino has ended; see the logs in " + directory);
    }
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        var workers =
            statement.executeQuery(
                "select count(*) from system.runtime.nodes where state = 'active' and not coordinator")) {
      return workers.next() && workers.getLong(1) == 1;
    } catch (SQLException e) {
      return false;
    }
  }

  /** Plugins that are not needed take time to load. */
  private static void unpack() throws IOException, InterruptedException {
    if (Files.exists(HOME.resolve("unpacked"))) {
      return;
    }
    Files.createDirectories(HOME);
    run("tar", "xzf", ARCHIVE.toString(), "-C", HOME.toString(), "--strip-components=1");
    try (Stream<Path> plugins = Files.list(HOME.resolve("plugin"))) {
      for (Path plugin : plugins.filter(p -> !p.endsWith("hive")).toList()) {
        run("rm", "-r", plugin.toString());
      }
    }
    Files.createFile(HOME.resolve("unpacked"));
  }

  private static void run(String... command) throws IOException, InterruptedException {
    if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
      throw new IOException(String.join(" ", command) + " failed");
    }
  }

  private Process start(String role, int http, Path java) throws IOException {
    Path node = directory.resolve(role);
    Path catalogs = Files.createDirectories(node.resolve("etc/catalog"));
    boolean coordinator = role.equals("coordinator");
    Files.writeString(
        node.resolve("etc/config.properties"),
        """
        coordinator=%s
        %shttp-server.http.port=%d
        discovery.uri=http://127.0.0.1:%d
        node.internal-address=127.0.0.1
        query.max-memory-per-node=400MB
        memory.heap-headroom-per-node=200MB
        catalog.management=static
        """
            .formatted(
                coordinator,
                coordinator ? "node-scheduler.include-coordinator=false\n" : "",
                http,
                port));
    Files.writeString(
        catalogs.resolve("lake.properties"),
        """
        connector.name=hive
        hive.metastore=file
        hive.metastore.catalog.dir=local:///metastore
        hive.metastore.disable-location-checks=true
        fs.native-local.enabled=true
        local.location=%s
        """
            .formatted(data()));
    ProcessBuilder process =
        new ProcessBuilder(
            java.toString(),
            "-Xmx1g",
            "-XX:+UseSerialGC",
            "-Djdk.attach.allowAttachSelf=true",
            "--add-modules=jdk.incubator.vector",
            "-Dconfig=etc/config.properties",
            "-Dnode.environment=test",
            "-Dnode.id=" + role,
            "-Dnode.data-dir=" + node.resolve("var"),
            "-Dplugin.dir=" + HOME.resolve("plugin"),
            "-cp",
            HOME.resolve("lib") + "/*",
            "io.trino.server.TrinoServer");
    process.directory(node.toFile()).redirectErrorStream(true);
    process.redirectOutput(directory.resolve(role + ".log").toFile());
    return process.start();
  }

  private static Optional<Path> java() throws IOException {
    List<Path> homes = new ArrayList<>();
    Optional.ofNullable(System.getProperty("trino.java.home")).map(Path::of).ifPresent(homes::add);
    Path own = Path.of(System.getProperty("java.home"));
    homes.add(own);
    try (Stream<Path> siblings = Files.list(own.toRealPath().getParent())) {
      siblings.sorted().forEach(homes::add);
    }
    return homes.stream()
        .filter(TrinoCluster::isRecent)
        .map(h -> h.resolve("bin/java"))
        .findFirst();
  }

  private static boolean isRecent(Path home) {
    try (Stream<String> release = Files.lines(home.resolve("release"))) {
      return release
          .filter(line -> line.matches("JAVA_VERSION=\"\\d+.*"))
          .mapToInt(line -> Integer.parseInt(line.replaceAll("\\D*(\\d+).*", "$1")))
          .anyMatch(version -> version >= 24);
    } catch (IOException e) {
      return false;
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws InterruptedException {
    for (Process node : nodes) {
      node.destroy();
      if (!node.waitFor(20, TimeUnit.SECONDS)) {
        node.destroyForcibly();
      }
    }
  }
}
