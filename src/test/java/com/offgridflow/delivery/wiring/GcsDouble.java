package com.offgridflow.delivery.wiring;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The uploads of Cloud Storage's JSON API (resumable, in one or more pieces) and the token server,
 * as far as the client uses them.
 */
final class GcsDouble implements AutoCloseable {
  private static final String TOKEN = "ya29.not-to-be-seen";

  final Map<String, byte[]> objects = new ConcurrentHashMap<>();
  volatile int refuseWith;
  private final Map<String, byte[]> parts = new ConcurrentHashMap<>();
  private final Map<String, String> uploads = new ConcurrentHashMap<>();
  private final HttpServer server;

  GcsDouble() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/token", this::token);
    server.createContext("/upload/storage/v1/b/", this::upload);
    server.createContext("/storage/v1/b/", this::metadata);
    server.start();
  }

  String endpoint() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  /** A service account whose tokens come from here. */
  String serviceAccountKey() {
    String key = Base64.getEncoder().encodeToString(SftpServer.rsa().getPrivate().getEncoded());
    return """
        {"type": "service_account", "project_id": "acme", "private_key_id": "1",
         "private_key": "-----BEGIN PRIVATE KEY-----\\n%s\\n-----END PRIVATE KEY-----\\n",
         "client_email": "hub@acme.iam.gserviceaccount.com", "client_id": "1",
         "token_uri": "%s/token"}"""
        .formatted(key, endpoint());
  }

  private void token(HttpExchange exchange) throws IOException {
    answer(
        exchange,
        200,
        "{\"access_token\": \"%s\", \"expires_in\": 3600, \"token_type\": \"Bearer\"}"
            .formatted(TOKEN));
  }

  private void upload(HttpExchange exchange) throws IOException {
    String authorization = exchange.getRequestHeaders().getFirst("Authorization");
    if (!("Bearer " + TOKEN).equals(authorization) && exchange.getRequestMethod().equals("POST")) {
      answer(exchange, 401, error(401));
    } else if (refuseWith != 0) {
      answer(exchange, refuseWith, error(refuseWith));
    } else if (exchange.getRequestMethod().equals("POST")) {
      begin(exchange);
    } else {
      finish(exchange);
    }
  }

  private void begin(HttpExchange exchange) throws IOException {
    String name = parameter(exchange.getRequestURI(), "name");
    String bucket = exchange.getRequestURI().getPath().split("/")[5];
    String id = Integer.toString(uploads.size() + 1);
    uploads.put(id, bucket + "/" + name);
    exchange
        .getResponseHeaders()
        .set("Location", endpoint() + "/upload/storage/v1/b/" + bucket + "/o?upload_id=" + id);
    answer(exchange, 200, "");
  }

  /** Of a large object the parts one after the other, the last one names the whole length. */
  private void finish(HttpExchange exchange) throws IOException {
    String object = uploads.get(parameter(exchange.getRequestURI(), "upload_id"));
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    whole.writeBytes(parts.getOrDefault(object, new byte[0]));
    whole.writeBytes(exchange.getRequestBody().readAllBytes());
    String range = exchange.getRequestHeaders().getFirst("Content-Range");
    if (range != null && range.endsWith("/*")) {
      parts.put(object, whole.toByteArray());
      exchange.getResponseHeaders().set("Range", "bytes=0-" + (whole.size() - 1));
      answer(exchange, 308, "");
    } else {
      parts.remove(object);
      objects.put(object, whole.toByteArray());
      answer(exchange, 200, description(object));
    }
  }

  private void metadata(HttpExchange exchange) throws IOException {
    answer(exchange, 200, "{\"kind\": \"storage#bucket\", \"name\": \"acme-reports\"}");
  }

  private String description(String object) {
    String[] parts = object.split("/", 2);
    return "{\"kind\": \"storage#object\", \"bucket\": \"%s\", \"name\": \"%s\", \"size\": \"%d\"}"
        .formatted(parts[0], parts[1], objects.get(object).length);
  }

  private static String error(int status) {
    return "{\"error\": {\"code\": %d, \"message\": \"no\", \"errors\": [{\"reason\": \"forbidden\"}]}}"
        .formatted(status);
  }

  private static String parameter(URI uri, String name) {
    for (String pair : uri.getRawQuery().split("&")) {
      if (pair.startsWith(name + "=")) {
        return URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8);
      }
    }
    throw new IllegalArgumentException("no " + name + " in " + uri);
  }

  private static void answer(HttpExchange exchange, int status, String json) throws IOException {
    exchange.getRequestBody().readAllBytes();
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
