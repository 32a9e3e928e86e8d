package com.offgridflow.source.wiring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/**
 * Google's token endpoint, as strict about a request as Google's identity documentation has it in
 * "Using OAuth 2.0 for server to server applications": a JWT, signed by the service account's key.
 */
final class GoogleTokenDouble implements AutoCloseable {
  private static final String EMAIL = "hub@shop-billing.iam.gserviceaccount.com";
  private static final String AUDIENCE = "https://oauth2.googleapis.com/token";
  private static final String GRANT = "urn:ietf:params:oauth:grant-type:jwt-bearer";
  private static final KeyPair KEY = key();

  private final HttpServer server;
  private volatile String token = "google-token-1";
  private volatile boolean deleted;

  GoogleTokenDouble() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/token", this::handle);
    server.start();
  }

  private static KeyPair key() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  void issue(String next) {
    token = next;
  }

  /** The key has been deleted. */
  void delete() {
    deleted = true;
  }

  String tokenUri() {
    return "http://localhost:" + server.getAddress().getPort() + "/token";
  }

  /** The service account's key, as its JSON file has it. */
  Map<String, String> secret() {
    Map<String, String> secret = new HashMap<>();
    secret.put("type", "service_account");
    secret.put("project_id", "shop-billing");
    secret.put("private_key_id", "0123456789abcdef");
    secret.put("private_key", privateKey());
    secret.put("client_email", EMAIL);
    secret.put("client_id", "100000000000000000001");
    secret.put("token_uri", tokenUri());
    return secret;
  }

  private static String privateKey() {
    String base64 =
        Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
            .encodeToString(KEY.getPrivate().getEncoded());
    return "-----BEGIN PRIVATE KEY-----\n" + base64 + "\n-----END PRIVATE KEY-----\n";
  }

  private void handle(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Map<String, String> form = new HashMap<>();
    for (String pair : body.split("&")) {
      String[] parts = pair.split("=", 2);
      form.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    boolean good = GRANT.equals(form.get("grant_type")) && signed(form.get("assertion"));
    if (deleted || !good) {
      EntraDouble.answer(
          exchange,
          400,
          "{\"error\":\"invalid_grant\",\"error_description\":\"Invalid JWT Signature.\"}");
    } else {
      EntraDouble.answer(
          exchange,
          200,
          "{\"token_type\":\"Bearer\",\"expires_in\":3599,\"access_token\":\"%s\"}"
              .formatted(token));
    }
  }

  private boolean signed(String assertion) throws IOException {
    String[] parts = assertion.split("\\.");
    JsonNode header = new ObjectMapper().readTree(Base64.getUrlDecoder().decode(parts[0]));
    JsonNode claims = new ObjectMapper().readTree(Base64.getUrlDecoder().decode(parts[1]));
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initVerify(KEY.getPublic());
      signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
      return signature.verify(Base64.getUrlDecoder().decode(parts[2]))
          && header.path("alg").asText().equals("RS256")
          && claims.path("iss").asText().equals(EMAIL)
          && claims.path("aud").asText().equals(AUDIENCE)
          && claims.path("scope").asText().equals("https://www.googleapis.com/auth/bigquery");
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
