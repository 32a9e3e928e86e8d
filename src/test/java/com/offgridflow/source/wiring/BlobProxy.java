package com.offgridflow.source.wiring;

import com.offgridflow.wiring.LocalHttp;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands before the emulator and misbehaves where a test asks for it. It also accepts the bearer
 * tokens of the tests, which the emulator does only behind TLS, and signs for them.
 */
final class BlobProxy implements AutoCloseable {
  /** What happens to a request. */
  enum Fault {
    NONE,
    /** Too many requests, as Blob Storage says it. */
    BUSY,
    /** The connection breaks in the middle of the blob. */
    CUT
  }

  private static final Set<String> HOP = Set.of("host", "connection", "content-length", "upgrade");

  private final HttpClient http = HttpClient.newHttpClient();
  private final HttpServer server;
  private final AzuriteServer upstream;
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final List<String> conditions = new CopyOnWriteArrayList<>();
  private final AtomicInteger left = new AtomicInteger();
  private volatile String faultyPath = "";
  private volatile Fault fault = Fault.NONE;
  private volatile String token = "";

  BlobProxy(AzuriteServer upstream) throws IOException {
    this.upstream = upstream;
    server = LocalHttp.serve(this::handle, Executors.newCachedThreadPool());
  }

  String endpoint() {
    return "http://localhost:" + server.getAddress().getPort() + "/" + AzuriteServer.ACCOUNT;
  }

  /** The next so many requests whose path contains this have this fault. */
  void fault(String path, Fault what, int times) {
    faultyPath = path;
    fault = what;
    left.set(times);
  }

  /** The only token that is good now. */
  void accept(String goodToken) {
    token = goodToken;
  }

  /** Which part was asked for, on which condition, of each request so far for a part. */
  List<String> conditions() {
    return conditions;
  }

  List<String> requests() {
    return requests;
  }

  private void handle(HttpExchange exchange) throws IOException {
    URI uri = exchange.getRequestURI();
    requests.add(uri.getPath());
    Headers headers = exchange.getRequestHeaders();
    if (headers.containsKey("x-ms-range")) {
      conditions.add(headers.getFirst("x-ms-range") + " if-match " + headers.getFirst("if-match"));
    }
    boolean faulty =
        fault != Fault.NONE && uri.getPath().contains(faultyPath) && left.getAndDecrement() > 0;
    if (faulty && fault == Fault.BUSY) {
      error(exchange, 503, "ServerBusy");
      return;
    }
    String authorization = exchange.getRequestHeaders().getFirst("Authorization");
    boolean bearer = authorization != null && authorization.startsWith("Bearer ");
    if (bearer && !authorization.equals("Bearer " + token)) {
      error(exchange, 401, "InvalidAuthenticationInfo");
      return;
    }
    forward(exchange, bearer ? signed(uri) : uri.toString(), bearer, faulty);
  }

  private String signed(URI uri) {
    String sas = upstream.sas(OffsetDateTime.now().plusHours(1));
    return uri + (uri.getRawQuery() == null ? "?" : "&") + sas;
  }

  private static void error(HttpExchange exchange, int status, String code) throws IOException {
    String xml = "<?xml version=\"1.0\"?><Error><Code>%s</Code><Message>no</Message></Error>";
    exchange.getResponseHeaders().add("x-ms-error-code", code);
    LocalHttp.answer(exchange, status, "application/xml", xml.formatted(code));
  }

  private void forward(HttpExchange exchange, String uri, boolean bearer, boolean cut)
      throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + upstream.port() + uri))
            .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.noBody());
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) -> {
              if (!HOP.contains(name.toLowerCase(Locale.ROOT))
                  && !(bearer && name.equalsIgnoreCase("authorization"))) {
                request.header(name, values.get(0));
              }
            });
    try {
      answer(exchange, http.send(request.build(), BodyHandlers.ofInputStream()), cut);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      exchange.close();
    }
  }

  private static void answer(HttpExchange exchange, HttpResponse<InputStream> answer, boolean cut)
      throws IOException {
    byte[] body = answer.body().readAllBytes();
    answer.headers().map().forEach((name, v) -> exchange.getResponseHeaders().put(name, v));
    exchange.getResponseHeaders().remove("transfer-encoding");
    if (exchange.getRequestMethod().equals("HEAD")) {
      exchange.sendResponseHeaders(answer.statusCode(), -1);
      return;
    }
    exchange.getResponseHeaders().remove("content-length");
    exchange.sendResponseHeaders(answer.statusCode(), body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body, 0, cut ? body.length / 2 : body.length);
    exchange.getResponseBody().flush();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
