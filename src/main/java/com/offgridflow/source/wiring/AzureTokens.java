package com.offgridflow.source.wiring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.offgridflow.failure.CredentialException;
import com.offgridflow.source.Connection;
import com.offgridflow.source.OutgoingUrl;
import com.offgridflow.upstream.Upstream;
import com.offgridflow.upstream.wiring.UpstreamHttp;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Access tokens of Microsoft Entra ID by the OAuth 2.0 client credentials grant (Microsoft Learn,
 * "Microsoft identity platform and the OAuth 2.0 client credentials flow", first case: access token
 * request with a shared secret). A token is kept until a minute before it expires.
 */
@ApplicationScoped
public class AzureTokens {
  /** What the secret of a connection must have. */
  static final List<String> NEEDED = List.of("client_id", "client_secret");

  static final String ENTRA = "login.microsoftonline.com";
  private static final Duration EARLY = Duration.ofMinutes(1);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Map<String, Token> tokens = new ConcurrentHashMap<>();
  private final UpstreamHttp http;
  private final ObjectMapper json;
  private final SourceConfig config;
  private final Clock clock;

  AzureTokens(UpstreamHttp http, ObjectMapper json, SourceConfig config, Clock clock) {
    this.http = http;
    this.json = json;
    this.config = config;
    this.clock = clock;
  }

  /**
   * A token that is still good.
   *
   * @throws CredentialException when the credentials are refused
   * @throws UncheckedIOException when Entra ID does not answer for now
   */
  String of(Connection connection, Map<String, String> secret, String scope) {
    String key = DigestUtils.sha256Hex(connection.settings() + "|" + secret + "|" + scope);
    Token kept = tokens.get(key);
    if (kept == null || !clock.instant().isBefore(kept.expires())) {
      kept = fetch(connection, secret, scope);
      tokens.put(key, kept);
    }
    return kept.value();
  }

  /** Forgets a token that was refused before its time: it has been revoked. */
  void forget(Connection connection, Map<String, String> secret, String scope) {
    tokens.remove(DigestUtils.sha256Hex(connection.settings() + "|" + secret + "|" + scope));
  }

  private Token fetch(Connection connection, Map<String, String> secret, String scope) {
    URI endpoint = endpoint(connection);
    Upstream upstream = new Upstream("entra", endpoint.getAuthority());
    HttpRequest request =
        HttpRequest.newBuilder(endpoint)
            .timeout(PATIENCE)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form(secret, scope)))
            .build();
    try {
      return token(connection, http.send(upstream, request, BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new UncheckedIOException(
          new IOException("connection %s: %s gave no answer".formatted(connection.id(), endpoint)));
    }
  }

  private Token token(Connection connection, HttpResponse<String> answer) throws IOException {
    JsonNode body = json.readTree(answer.body());
    if (answer.statusCode() == 200) {
      if (!body.path("access_token").isTextual() || body.path("expires_in").asLong() <= 0) {
        throw new IOException("an answer without access_token and expires_in");
      }
      Instant expires = clock.instant().plusSeconds(body.path("expires_in").asLong());
      return new Token(body.path("access_token").asText(), expires.minus(EARLY));
    }
    if (answer.statusCode() / 100 == 4 && answer.statusCode() != 429) {
      throw new CredentialException(
          "connection %s: Microsoft Entra ID refuses the credentials (%s) of its client_id; needed are tenant_id, and client_id and a client_secret that has not expired: enter a new one"
              .formatted(connection.id(), body.path("error").asText("no reason given")));
    }
    throw new IOException("status " + answer.statusCode());
  }

  private URI endpoint(Connection connection) {
    List<String> trusted = new ArrayList<>(config.trustedHosts().orElse(List.of()));
    trusted.add(ENTRA);
    Map<String, String> settings = connection.settings();
    String tenant = settings.getOrDefault("tenant_id", "");
    String usual = "https://" + ENTRA + "/" + encode(tenant) + "/oauth2/v2.0/token";
    String url = settings.getOrDefault("token_endpoint", usual);
    return OutgoingUrl.check(url, trusted, "connection " + connection.id());
  }

  private static String form(Map<String, String> secret, String scope) {
    Map<String, String> fields =
        Map.of(
            "grant_type",
            "client_credentials",
            "client_id",
            secret.get("client_id"),
            "client_secret",
            secret.get("client_secret"),
            "scope",
            scope);
    return fields.entrySet().stream()
        .map(field -> field.getKey() + "=" + encode(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /**
   * @param expires until when it is used, a little before its end
   */
  private record Token(String value, Instant expires) {
    @Override
    public String toString() {
      return "a token until " + expires;
    }
  }
}
