package com.offgridflow.source.wiring;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** S3Mock in a JVM of its own, from the class path that the build has put down. */
public final class S3Server implements AutoCloseable {
  private static final Path CLASS_PATH = Path.of("target/s3mock.classpath");

  private final HttpClient http = HttpClient.newHttpClient();
  private final int port = freePort();
  private final Process process;

  public S3Server(String bucket) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    process =
        new ProcessBuilder(
                List.of(
                    java,
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-cp",
                    Files.readString(CLASS_PATH).strip(),
                    "com.adobe.testing.s3mock.S3MockApplication",
                    "--server.port=0",
                    "--com.adobe.testing.s3mock.httpPort=" + port,
                    "--com.adobe.testing.s3mock.store.initialBuckets=" + bucket))
            .redirectErrorStream(true)
            .redirectOutput(Path.of("target/s3mock.log").toFile())
            .start();
    await().atMost(Duration.ofSeconds(60)).ignoreExceptions().until(() -> get("/") == 200);
  }

  public int port() {
    return port;
  }

  private int get(String path) throws IOException, InterruptedException {
    return http.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.discarding())
        .statusCode();
  }

  /** Puts an object; the path is bucket and key. */
  public void put(String path, byte[] bytes) {
    send(
        HttpRequest.newBuilder(uri("/" + path)).PUT(HttpRequest.BodyPublishers.ofByteArray(bytes)));
  }

  /** Puts all files below a directory. */
  void putAll(String path, Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        put(path + "/" + directory.relativize(file), Files.readAllBytes(file));
      }
    }
  }

  private void send(HttpRequest.Builder request) {
    try {
      int status = http.send(request.build(), BodyHandlers.discarding()).statusCode();
      if (status / 100 != 2) {
        throw new IllegalStateException("the S3 server answered " + status);
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private URI uri(String path) {
    return URI.create("http://localhost:" + port + path.replace("=", "%3D"));
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    process.waitFor();
  }
}
