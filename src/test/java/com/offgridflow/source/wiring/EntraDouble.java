package com.offgridflow.source.wiring;

import com.offgridflow.wiring.LocalHttp;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The token endpoint of Microsoft Entra ID, as strict about a request as Microsoft Learn has it in
 * "Microsoft identity platform and the OAuth 2.0 client credentials flow".
 */
final class EntraDouble implements AutoCloseable {
  static final Map<String, String> CREDENTIALS =
      Map.of(
          "client_id", "11111111-2222-4333-8444-555566667777",
          "client_secret", "sampleCredentials~8Q+never/real");

  private final HttpServer server;
  private final List<String> scopes = new CopyOnWriteArrayList<>();
  private volatile String token = "token-1";
  private volatile int lifetime = 3599;
  private volatile boolean expired;

  EntraDouble() throws IOException {
    server = LocalHttp.serve(this::handle);
  }

  String endpoint() {
    return "http://localhost:" + server.getAddress().getPort() + "/works/oauth2/v2.0/token";
  }

  /** From now on this token is issued, good for so many seconds. */
  void issue(String next, int seconds) {
    token = next;
    lifetime = seconds;
    expired = false;
  }

  /** The client secret has expired. */
  void expire() {
    expired = true;
  }

  /** The scopes that tokens were asked for. */
  List<String> scopes() {
    return scopes;
  }

  private void handle(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Map<String, String> form =
        Stream.of(body.split("&"))
            .map(pair -> pair.split("=", 2))
            .collect(Collectors.toMap(p -> p[0], p -> decode(p[1])));
    String type = exchange.getRequestHeaders().getFirst("Content-Type");
    boolean wellFormed =
        exchange.getRequestMethod().equals("POST")
            && "application/x-www-form-urlencoded".equals(type)
            && "client_credentials".equals(form.get("grant_type"))
            && form.getOrDefault("scope", "").endsWith("/.default");
    if (!wellFormed) {
      answer(exchange, 400, "{\"error\":\"invalid_request\"}");
    } else if (expired || !form.entrySet().containsAll(CREDENTIALS.entrySet())) {
      answer(exchange, 401, "{\"error\":\"invalid_client\",\"error_codes\":[7000222]}");
    } else {
      scopes.add(form.get("scope"));
      answer(
          exchange,
          200,
          "{\"token_type\":\"Bearer\",\"expires_in\":%d,\"access_token\":\"%s\"}"
              .formatted(lifetime, token));
    }
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  /** Answers with JSON. */
  static void answer(HttpExchange exchange, int status, String json) throws IOException {
    LocalHttp.answer(exchange, status, "application/json", json);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
