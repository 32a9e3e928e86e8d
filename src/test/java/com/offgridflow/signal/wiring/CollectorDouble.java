package com.offgridflow.signal.wiring;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

/** Takes spans over OTLP/HTTP, as a collector does. */
public class CollectorDouble implements QuarkusTestResourceLifecycleManager {
  private static final List<String> RECEIVED = new CopyOnWriteArrayList<>();

  private HttpServer server;

  /**
   * Whether a span of this name arrived in this trace. In Protocol Buffers a span begins with
   * fields 1 (trace id, 16 bytes), 2 (span id, 8 bytes), 3 (state, text), 4 (parent's id, 8 bytes)
   * and 5 (name, text), see opentelemetry/proto/trace/v1/trace.proto.
   */
  static boolean received(String spanName, String traceId) {
    String id = new String(HexFormat.of().parseHex(traceId), StandardCharsets.ISO_8859_1);
    Pattern span =
        Pattern.compile(
            "\n\u0010%s\u0012\b.{8}(?:\u001a\u0000)?(?:\"\b.{8})?\\*%c%s"
                .formatted(Pattern.quote(id), (char) spanName.length(), spanName),
            Pattern.DOTALL);
    return RECEIVED.stream().anyMatch(body -> span.matcher(body).find());
  }

  @Override
  public Map<String, String> start() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/v1/traces", CollectorDouble::take);
    server.start();
    String url = "http://localhost:" + server.getAddress().getPort();
    return Map.of(
        "quarkus.otel.exporter.otlp.endpoint", url, "quarkus.otel.bsp.schedule.delay", "PT0.1S");
  }

  @Override
  public void stop() {
    server.stop(0);
  }

  private static void take(HttpExchange http) throws IOException {
    RECEIVED.add(new String(http.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1));
    http.getResponseHeaders().add("Content-Type", "application/x-protobuf");
    http.sendResponseHeaders(200, -1);
    http.close();
  }
}
