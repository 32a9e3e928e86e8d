package com.offgridflow.wiring;

import com.offgridflow.database.wiring.HubDatabase;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A real PostgreSQL server for the tests, made ready just as the hub makes it ready. One serves the
 * whole run, whatever test profiles follow each other; it goes with the process, and its data too.
 */
public class HubTestResource implements QuarkusTestResourceLifecycleManager {
  /** Kept as a system property, because each profile loads this class anew. */
  private static final String SHARED = "offgridflow.test.settings";

  @Override
  public Map<String, String> start() {
    if (System.getProperty(SHARED) == null) {
      System.setProperty(SHARED, write(begin()));
    }
    return read(System.getProperty(SHARED));
  }

  @Override
  public void stop() {
    // the next profile uses the same server
  }

  private static Map<String, String> begin() {
    try {
      Path target = Files.createDirectories(Path.of("target").toAbsolutePath());
      Path data = Files.createTempDirectory(target, "hub-data-");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> end(data), "hub-test-data"));
      Map<String, String> settings = new HashMap<>(HubDatabase.start(Map.of(), data, false));
      settings.put("hub.data", data.toString());
      settings.put("hub.out", data.resolve("out").toString());
      settings.put("hub.secret-key", "0123456789abcdef".repeat(4));
      settings.put("source.directories", target + "," + target.resolve("../../shared").normalize());
      settings.put("source.trusted-hosts", "localhost");
      settings.put("mail.host", "localhost");
      settings.put("mail.port", Integer.toString(freePort()));
      settings.put("mail.security", "none");
      settings.put("delivery.directories", data.resolve("delivered").toString());
      settings.put("delivery.trusted-hosts", "localhost");
      settings.put("delivery.link-keys", "k1:" + "0123456789abcdef".repeat(4));
      settings.put("delivery.base-url", "https://hub.example.com");
      // tests work on jobs themselves, one at a time
      settings.put("job.enabled", "false");
      return settings;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String write(Map<String, String> settings) {
    return settings.entrySet().stream()
        .map(entry -> entry.getKey() + "=" + entry.getValue())
        .collect(Collectors.joining("\n"));
  }

  private static Map<String, String> read(String settings) {
    return settings
        .lines()
        .map(line -> line.split("=", 2))
        .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** The hub's own hook does not work here: its classes' loader is closed by then. */
  private static void end(Path data) {
    try {
      Path pidFile = data.resolve("postgres/postmaster.pid");
      if (Files.exists(pidFile)) {
        long pid = Long.parseLong(Files.readAllLines(pidFile).get(0).strip());
        ProcessHandle.of(pid).ifPresent(HubTestResource::stop);
      }
      delete(data);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void stop(ProcessHandle postmaster) {
    postmaster.destroy();
    try {
      postmaster.onExit().get(10, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      postmaster.destroyForcibly();
      postmaster.onExit().join();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static void delete(Path data) throws IOException {
    try (Stream<Path> files = Files.walk(data)) {
      List<Path> deepestFirst = files.sorted((a, b) -> b.compareTo(a)).toList();
      for (Path file : deepestFirst) {
        Files.deleteIfExists(file);
      }
    }
  }
}
