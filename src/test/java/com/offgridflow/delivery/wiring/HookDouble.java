package com.offgridflow.delivery.wiring;

import com.offgridflow.wiring.LocalHttp;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A receiver of webhooks that answers as it is told. */
final class HookDouble implements AutoCloseable {
  static final String ANSWER = "answer-body-not-to-be-logged";

  final List<Call> calls = new CopyOnWriteArrayList<>();
  volatile int status = 204;
  volatile Map<String, String> headers = Map.of();
  private final HttpServer server;

  /** What was received. */
  record Call(String path, Headers headers, byte[] body) {}

  HookDouble() throws IOException {
    server = LocalHttp.serve(this::receive);
  }

  int port() {
    return server.getAddress().getPort();
  }

  private void receive(HttpExchange exchange) throws IOException {
    calls.add(
        new Call(
            exchange.getRequestURI().toString(),
            exchange.getRequestHeaders(),
            exchange.getRequestBody().readAllBytes()));
    headers.forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
    byte[] body = ANSWER.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, status == 204 ? -1 : body.length);
    if (status != 204) {
      exchange.getResponseBody().write(body);
    }
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
