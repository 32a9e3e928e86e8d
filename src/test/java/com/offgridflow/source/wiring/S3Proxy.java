package com.offgridflow.source.wiring;

import com.offgridflow.wiring.LocalHttp;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands before the S3 server and misbehaves where a test asks for it. */
final class S3Proxy implements AutoCloseable {
  /** What happens to a request. */
  enum Fault {
    NONE,
    /** Access is denied, as S3 says it. */
    DENIED,
    /** The access key has been switched off, as S3 says it. */
    REVOKED,
    /** The session of temporary credentials is over, as S3 says it. */
    EXPIRED,
    /** Too many requests, as S3 says it. */
    BUSY,
    /** The key is not there any more. */
    GONE,
    /** The object has been overwritten since it was listed. */
    OVERWRITTEN,
    /** The connection breaks in the middle of the object. */
    CUT
  }

  private final HttpClient http = HttpClient.newHttpClient();
  private final HttpServer server;
  private final int upstream;
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final List<String> conditions = new CopyOnWriteArrayList<>();
  private final List<String> callers = new CopyOnWriteArrayList<>();
  private volatile String faultyPath = "";
  private volatile Fault fault = Fault.NONE;
  private volatile boolean ranges = true;
  private volatile Runnable afterwards = () -> {};
  private final AtomicInteger left = new AtomicInteger();

  S3Proxy(int upstream) throws IOException {
    this.upstream = upstream;
    server = LocalHttp.serve(this::handle, Executors.newCachedThreadPool());
  }

  String endpoint() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  /** From now on, requests whose path contains this have this fault; all others have none. */
  void fault(String path, Fault what) {
    fault(path, what, Integer.MAX_VALUE);
  }

  /** The next so many requests whose path contains this have this fault. */
  void fault(String path, Fault what, int times) {
    faultyPath = path;
    fault = what;
    left.set(times);
  }

  /** Path and query of each request so far. */
  List<String> requests() {
    return requests;
  }

  /** Whether it answers a request for a part of an object with that part, or with the whole. */
  void knowsRanges(boolean known) {
    ranges = known;
  }

  /** What happens behind the next fault. */
  void afterFault(Runnable what) {
    afterwards = what;
  }

  /** The headers Range and If-Match of the requests so far that had them. */
  List<String> conditions() {
    return conditions;
  }

  /** Access key id of each request so far, with the token of its session. */
  List<String> callers() {
    return callers;
  }

  private void handle(HttpExchange exchange) throws IOException {
    URI uri = exchange.getRequestURI();
    requests.add(uri.toString());
    String token = exchange.getRequestHeaders().getFirst("x-amz-security-token");
    callers.add(SigV4.caller(exchange) + (token == null ? "" : " " + token));
    boolean faulty = uri.getPath().contains(faultyPath) && left.getAndDecrement() > 0;
    Fault here = faulty ? fault : Fault.NONE;
    switch (here) {
      case DENIED -> error(exchange, 403, "AccessDenied", "Access Denied");
      case REVOKED ->
          error(exchange, 403, "InvalidAccessKeyId", "The key does not exist in our records.");
      case EXPIRED -> error(exchange, 400, "ExpiredToken", "The provided token has expired.");
      case BUSY -> error(exchange, 503, "SlowDown", "Please reduce your request rate.");
      case GONE -> error(exchange, 404, "NoSuchKey", "The specified key does not exist.");
      case CUT, OVERWRITTEN, NONE -> forward(exchange, uri, here);
    }
  }

  private static void error(HttpExchange exchange, int status, String code, String message)
      throws IOException {
    String xml = "<?xml version=\"1.0\"?><Error><Code>%s</Code><Message>%s</Message></Error>";
    LocalHttp.answer(exchange, status, "application/xml", xml.formatted(code, message));
  }

  private void forward(HttpExchange exchange, URI uri, Fault here) throws IOException {
    URI target = URI.create("http://localhost:" + upstream + uri);
    try {
      HttpResponse<InputStream> answer =
          http.send(request(exchange, target), BodyHandlers.ofInputStream());
      byte[] body = answer.body().readAllBytes();
      answer
          .headers()
          .map()
          .forEach((name, values) -> exchange.getResponseHeaders().put(name, values));
      if (here == Fault.OVERWRITTEN) {
        exchange.getResponseHeaders().set("ETag", "\"of something else\"");
      }
      exchange.getResponseHeaders().remove("content-length");
      exchange.getResponseHeaders().remove("transfer-encoding");
      exchange.sendResponseHeaders(answer.statusCode(), body.length == 0 ? -1 : body.length);
      if (here == Fault.CUT) {
        afterwards.run();
        afterwards = () -> {};
      }
      exchange.getResponseBody().write(body, 0, here == Fault.CUT ? body.length / 2 : body.length);
      exchange.getResponseBody().flush();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      exchange.close();
    }
  }

  private HttpRequest request(HttpExchange exchange, URI target) {
    HttpRequest.Builder request = HttpRequest.newBuilder(target);
    for (String name : List.of("Range", "If-Match")) {
      String value = exchange.getRequestHeaders().getFirst(name);
      if (value != null) {
        conditions.add(name + ": " + value);
        if (ranges || !name.equals("Range")) {
          request.header(name, value);
        }
      }
    }
    return request.build();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
