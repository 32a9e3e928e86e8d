package com.offgridflow.wiring;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executor;

/** Servers that stand for others, on this machine only. */
public final class LocalHttp {
  private LocalHttp() {}

  /** One that answers a request after the other, at a free port. */
  public static HttpServer serve(HttpHandler handler) throws IOException {
    return serve(handler, Runnable::run);
  }

  /** One whose requests are answered there. */
  public static HttpServer serve(HttpHandler handler, Executor executor) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(executor);
    server.createContext("/", handler);
    server.start();
    return server;
  }

  /** Answers with a text, which has a letter at least. */
  public static void answer(HttpExchange exchange, int status, String type, String text)
      throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", type);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
