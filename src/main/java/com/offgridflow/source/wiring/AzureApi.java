package com.offgridflow.source.wiring;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.offgridflow.failure.UnrecoverableException;
import com.offgridflow.source.AzureReport;
import com.offgridflow.source.AzureRequest;
import com.offgridflow.source.Connection;
import com.offgridflow.source.OutgoingUrl;
import com.offgridflow.source.RefusedDeliveryException;
import com.offgridflow.upstream.Upstream;
import com.offgridflow.upstream.wiring.UpstreamHttp;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Posts to Azure Resource Manager with a token. */
@ApplicationScoped
public class AzureApi {
  static final String ARM = "management.azure.com";
  private static final String SCOPE = "https://management.azure.com/.default";
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final UpstreamHttp http;
  private final AzureTokens tokens;
  private final ConnectionSecrets secrets;
  private final SourceConfig config;
  private final ObjectReader exact;

  AzureApi(
      UpstreamHttp http,
      AzureTokens tokens,
      ConnectionSecrets secrets,
      SourceConfig config,
      ObjectMapper json) {
    this.http = http;
    this.tokens = tokens;
    this.secrets = secrets;
    this.config = config;
    this.exact = json.reader().with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
  }

  /**
   * The answer; an object without fields when there is no content.
   *
   * @param report what the request is about
   * @throws RefusedDeliveryException when access is denied
   * @throws UnrecoverableException when somebody has to change something
   * @throws IOException when it may pass
   */
  JsonNode post(Connection connection, AzureRequest request, AzureReport report)
      throws IOException {
    Map<String, String> secret = secrets.of(connection);
    if (!secret.keySet().containsAll(AzureTokens.NEEDED)) {
      throw new UnrecoverableException(
          "connection %s: its secret has %s; it needs client_id and client_secret"
              .formatted(connection.id(), secret.keySet()));
    }
    URI address = address(connection, request.path());
    Upstream upstream = upstream(connection, report, address);
    String token = tokens.of(connection, secret, SCOPE);
    HttpResponse<byte[]> answer = send(connection, upstream, address, request, token);
    if (answer.statusCode() == 401) {
      tokens.forget(connection, secret, SCOPE);
      String fresh = tokens.of(connection, secret, SCOPE);
      answer = send(connection, upstream, address, request, fresh);
    }
    return read(connection, answer, report.role());
  }

  /** Azure counts requests by the directory that asks. */
  private static Upstream upstream(Connection connection, AzureReport report, URI address) {
    String directory = connection.settings().getOrDefault("tenant_id", address.getAuthority());
    return new Upstream("azure-" + report.name(), directory);
  }

  private HttpResponse<byte[]> send(
      Connection connection, Upstream upstream, URI address, AzureRequest asked, String token)
      throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .timeout(PATIENCE)
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(asked.body().toString()))
            .build();
    try {
      return http.send(upstream, request, BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new IOException(
          "connection %s: %s gave no answer".formatted(connection.id(), address.getHost()));
    }
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
    return RefusedDeliveryException.denied(
        "connection " + connection.id(),
        "the whole subscription",
        "Azure says " + reason,
        "the role " + role + " on the subscription");
  }

  private URI address(Connection connection, String path) {
    String endpoint = connection.settings().getOrDefault("endpoint", "https://" + ARM);
    List<String> trusted = new ArrayList<>(config.trustedHosts().orElse(List.of()));
    trusted.add(ARM);
    String url = path.startsWith("/") ? endpoint.replaceAll("/+$", "") + path : path;
    return OutgoingUrl.check(url, trusted, "connection " + connection.id());
  }
}
