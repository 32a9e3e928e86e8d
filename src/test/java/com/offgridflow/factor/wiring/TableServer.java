package com.offgridflow.factor.wiring;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A publisher's web server: one table with an entity tag, and addresses that lead elsewhere. */
final class TableServer implements AutoCloseable {
  private final HttpServer server;
  private final List<Integer> answers = new ArrayList<>();
  private volatile String table = "";
  private volatile String etag = "";

  TableServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
    server.createContext("/suppliers.csv", this::table);
    server.createContext("/gone.csv", exchange -> answer(exchange, 404, ""));
    server.createContext("/busy.csv", exchange -> answer(exchange, 503, ""));
    server.createContext("/moved.csv", exchange -> redirect(exchange, "/suppliers.csv"));
    server.createContext("/loop.csv", exchange -> redirect(exchange, "/loop.csv"));
    server.createContext(
        "/inward.csv", exchange -> redirect(exchange, "http://169.254.169.254/latest/meta-data"));
    server.start();
  }

  void publish(String text, String tag) {
    table = text;
    etag = tag;
  }

  String url(String path) {
    return "http://localhost:" + server.getAddress().getPort() + path;
  }

  /** Statuses, in the order of the requests. */
  List<Integer> answers() {
    return answers;
  }

  private void table(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("ETag", etag);
    String known = exchange.getRequestHeaders().getFirst("If-None-Match");
    answer(exchange, etag.equals(known) ? 304 : 200, table);
  }

  private void redirect(HttpExchange exchange, String to) throws IOException {
    exchange.getResponseHeaders().set("Location", to);
    answer(exchange, 302, "");
  }

  private void answer(HttpExchange exchange, int status, String body) throws IOException {
    answers.add(status);
    byte[] bytes = status == 200 ? body.getBytes(StandardCharsets.UTF_8) : new byte[0];
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    if (bytes.length > 0) {
      exchange.getResponseBody().write(bytes);
    }
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
