package com.offgridflow.source.wiring;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.offgridflow.failure.UnrecoverableException;
import com.offgridflow.intake.Rejection;
import com.offgridflow.source.AzureRequest;
import com.offgridflow.source.Connection;
import com.offgridflow.source.OutgoingUrl;
import com.offgridflow.source.RefusedDeliveryException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Posts to Azure Resource Manager with a token, and waits as it is asked to: by {@code
 * Retry-After}, and by the headers of Cost Management's own limits (Microsoft Learn, "Cost
 * Management automation: latency and rate limits").
 */
@ApplicationScoped
public class AzureApi {
  private static final String ARM = "management.azure.com";
  private static final String SCOPE = "https://management.azure.com/.default";
  private static final String LIMIT = "x-ms-ratelimit-microsoft.costmanagement-";
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final long LONGEST_WAIT_SECONDS = 60;
  private static final int TRIES = 5;

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final AzureTokens tokens;
  private final ConnectionSecrets secrets;
  private final SourceConfig config;
  private final ObjectReader exact;

  AzureApi(AzureTokens tokens, ConnectionSecrets secrets, SourceConfig config, ObjectMapper json) {
    this.tokens = tokens;
    this.secrets = secrets;
    this.config = config;
    this.exact = json.reader().with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
  }

  /**
   * The answer; an object without fields when there is no content.
   *
   * @param role without which access is denied
   * @throws RefusedDeliveryException when access is denied
   * @throws UnrecoverableException when somebody has to change something
   * @throws IOException when it may pass
   */
  JsonNode post(Connection connection, AzureRequest request, String role) throws IOException {
    Map<String, String> secret = secrets.of(connection);
    if (!secret.keySet().containsAll(AzureTokens.NEEDED)) {
      throw new UnrecoverableException(
          "connection %s: its secret has %s; it needs client_id and client_secret"
              .formatted(connection.id(), secret.keySet()));
    }
    URI address = address(connection, request.path());
    HttpResponse<byte[]> answer = send(connection, secret, address, request);
    for (int tried = 1; tried < TRIES && mayPass(answer); tried++) {
      pause(connection, answer, tried);
      answer = send(connection, secret, address, request);
    }
    return read(connection, answer, role);
  }

  private HttpResponse<byte[]> send(
      Connection connection, Map<String, String> secret, URI address, AzureRequest request)
      throws IOException {
    HttpResponse<byte[]> answer = send(connection, secret, address, request.body());
    if (answer.statusCode() == 401) {
      tokens.forget(connection, secret, SCOPE);
      return send(connection, secret, address, request.body());
    }
    return answer;
  }

  private HttpResponse<byte[]> send(
      Connection connection, Map<String, String> secret, URI address, JsonNode body)
      throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .timeout(PATIENCE)
            .header("Authorization", "Bearer " + tokens.of(connection, secret, SCOPE))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body.toString()))
            .build();
    try {
      return http.send(request, BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new IOException(
          "connection %s: %s gave no answer".formatted(connection.id(), address.getHost()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while waiting for Azure");
    }
  }

  private static boolean mayPass(HttpResponse<?> answer) {
    return answer.statusCode() == 429 || answer.statusCode() >= 500;
  }

  private static void pause(Connection connection, HttpResponse<?> answer, int tried)
      throws IOException {
    long seconds = Math.max(asked(answer.headers()), 1L << (tried - 1));
    if (seconds > LONGEST_WAIT_SECONDS) {
      throw new IOException(
          "connection %s: Azure answered %d and asks to wait %d s; the next attempt asks again"
              .formatted(connection.id(), answer.statusCode(), seconds));
    }
    try {
      Thread.sleep(Duration.ofSeconds(seconds).toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while waiting for Azure");
    }
  }

  /** The longest of the waits that the answer asks for, in seconds. */
  private static long asked(HttpHeaders headers) {
    return headers.map().entrySet().stream()
        .filter(h -> h.getKey().equalsIgnoreCase("retry-after") || limit(h.getKey()))
        .flatMap(header -> header.getValue().stream())
        .filter(value -> value.matches("\\d{1,9}"))
        .mapToLong(Long::parseLong)
        .max()
        .orElse(0);
  }

  private static boolean limit(String header) {
    return header.startsWith(LIMIT) && header.endsWith("retry-after");
  }

  private JsonNode read(Connection connection, HttpResponse<byte[]> answer, String role)
      throws IOException {
    int status = answer.statusCode();
    if (status == 200) {
      return exact.readTree(answer.body());
    }
    if (status == 204) {
      return JsonNodeFactory.instance.objectNode();
    }
    String where = "connection " + connection.id() + ": Azure answered " + status;
    String code = code(answer);
    switch (status) {
      case 403, 404 -> throw denied(connection, code, role);
      case 401 ->
          throw new UnrecoverableException(
              where + " (" + code + ") to a new token; needed is a client of this tenant");
      case 400 -> throw new UnrecoverableException(where + " (" + code + ") to the hub's query");
      default -> throw new IOException(where + " (" + code + ")");
    }
  }

  private String code(HttpResponse<byte[]> answer) {
    try {
      return exact.readTree(answer.body()).path("error").path("code").asText("no code");
    } catch (IOException e) {
      return "no code";
    }
  }

  static RefusedDeliveryException denied(Connection connection, String reason, String role) {
    return new RefusedDeliveryException(
        new Rejection(
            "connection " + connection.id(),
            "the whole subscription",
            "",
            "",
            "ACCESS_DENIED",
            "Azure denies access (" + reason + ")",
            "the role " + role + " on the subscription; the next sync asks again"));
  }

  private URI address(Connection connection, String path) {
    String endpoint = connection.settings().getOrDefault("endpoint", "https://" + ARM);
    List<String> trusted = new ArrayList<>(config.trustedHosts().orElse(List.of()));
    trusted.add(ARM);
    String url = path.startsWith("/") ? endpoint.replaceAll("/+$", "") + path : path;
    return OutgoingUrl.check(url, trusted, "connection " + connection.id());
  }
}
