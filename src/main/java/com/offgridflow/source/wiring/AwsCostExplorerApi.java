package com.offgridflow.source.wiring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.offgridflow.failure.UnrecoverableException;
import com.offgridflow.source.AwsCostAnswer;
import com.offgridflow.source.AwsCostExplorer;
import com.offgridflow.source.Connection;
import com.offgridflow.source.OutgoingUrl;
import com.offgridflow.upstream.Upstream;
import com.offgridflow.upstream.wiring.UpstreamHttp;
import com.offgridflow.upstream.wiring.Upstreams;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;

/**
 * Asks AWS Cost Explorer: JSON 1.1 protocol, Signature Version 4 (Billing and Cost Management API
 * reference, GetCostAndUsage). That it is asked too often it says with status 400 too; the waits
 * are 1, 2, 4, 8 and 16 seconds.
 */
@ApplicationScoped
public class AwsCostExplorerApi {
  static final String HOST = "ce.us-east-1.amazonaws.com";
  private static final String TARGET = "AWSInsightsIndexService.GetCostAndUsage";
  private static final Set<String> TOO_OFTEN =
      Set.of("LimitExceededException", "ThrottlingException", "TooManyRequestsException");
  private static final Set<String> UNCHANGED_HEADERS = Set.of("host", "content-length");
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int TRIES = 6;

  private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();
  private final UpstreamHttp http;
  private final AwsSessions sessions;
  private final ConnectionSecrets secrets;
  private final SourceConfig config;
  private final ObjectMapper json;

  AwsCostExplorerApi(
      UpstreamHttp http,
      AwsSessions sessions,
      ConnectionSecrets secrets,
      SourceConfig config,
      ObjectMapper json) {
    this.http = http;
    this.sessions = sessions;
    this.secrets = secrets;
    this.config = config;
    this.json = json;
  }

  /**
   * The groups of all pages of an answer.
   *
   * @throws UnrecoverableException when somebody has to change something
   * @throws IOException when it may pass
   */
  List<AwsCostAnswer> ask(Connection connection, ObjectNode question) throws IOException {
    List<AwsCostAnswer> groups = new ArrayList<>();
    for (ObjectNode page = question; page != null; ) {
      JsonNode answer = post(connection, page);
      groups.addAll(AwsCostAnswer.of(answer));
      page = AwsCostExplorer.next(page, answer);
    }
    return groups;
  }

  private JsonNode post(Connection connection, ObjectNode question) throws IOException {
    HttpResponse<byte[]> answer = send(connection, question);
    for (int tried = 1; tried < TRIES && TOO_OFTEN.contains(code(answer)); tried++) {
      Upstreams.sleep(Duration.ofSeconds(1L << (tried - 1)), upstream(connection));
      answer = send(connection, question);
    }
    if (answer.statusCode() == 200) {
      return json.readTree(answer.body());
    }
    throw failed(connection, answer);
  }

  private boolean mayPass(HttpResponse<byte[]> answer) {
    return answer.statusCode() == 429
        || answer.statusCode() >= 500
        || TOO_OFTEN.contains(code(answer));
  }

  /** Cost Explorer counts requests by the account that asks; a connection asks as one. */
  private static Upstream upstream(Connection connection) {
    return new Upstream("aws-cost-explorer", connection.tenant() + "/" + connection.id());
  }

  private HttpResponse<byte[]> send(Connection connection, ObjectNode question) throws IOException {
    URI address = address(connection);
    byte[] body = question.toString().getBytes(StandardCharsets.UTF_8);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address).timeout(PATIENCE).POST(BodyPublishers.ofByteArray(body));
    signed(connection, address, body)
        .forEachHeader(
            (name, values) -> {
              if (!UNCHANGED_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
              }
            });
    try {
      return http.send(upstream(connection), request.build(), BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new IOException(
          "connection %s: %s gave no answer".formatted(connection.id(), address.getHost()));
    }
  }

  private SdkHttpRequest signed(Connection connection, URI address, byte[] body)
      throws IOException {
    AwsCredentials credentials = credentials(connection);
    SdkHttpRequest request =
        SdkHttpRequest.builder()
            .method(SdkHttpMethod.POST)
            .uri(address)
            .putHeader("Content-Type", "application/x-amz-json-1.1")
            .putHeader("X-Amz-Target", TARGET)
            .build();
    return signer
        .sign(
            sign ->
                sign.identity(credentials)
                    .request(request)
                    .payload(ContentStreamProvider.fromByteArray(body))
                    .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "ce")
                    .putProperty(AwsV4HttpSigner.REGION_NAME, AwsSessions.region(connection).id()))
        .request();
  }

  private AwsCredentials credentials(Connection connection) throws IOException {
    try {
      return sessions.of(connection, secrets.of(connection)).resolveCredentials();
    } catch (SdkException e) {
      AwsFailures.explain(connection, e);
      throw new IOException(
          "connection %s: there are no credentials, %s".formatted(connection.id(), e.getMessage()));
    }
  }

  private IOException failed(Connection connection, HttpResponse<byte[]> answer) {
    String code = code(answer);
    AwsFailures.explain(connection, code);
    String where =
        "connection %s: Cost Explorer answered %d (%s)"
            .formatted(connection.id(), answer.statusCode(), code);
    if (mayPass(answer)) {
      return new IOException(where);
    }
    throw new UnrecoverableException(
        where
            + (code.equals("AccessDeniedException")
                ? "; needed is ce:GetCostAndUsage, and that Cost Explorer is switched on"
                : " to the hub's question"));
  }

  /** Errors are named like {@code com.amazonaws.service#ThrottlingException}. */
  private String code(HttpResponse<byte[]> answer) {
    if (answer.statusCode() == 200) {
      return "";
    }
    try {
      return json.readTree(answer.body()).path("__type").asText("no code").replaceAll(".*#", "");
    } catch (IOException e) {
      return "no code";
    }
  }

  private URI address(Connection connection) {
    String endpoint = connection.settings().getOrDefault("endpoint", "https://" + HOST + "/");
    List<String> trusted = new ArrayList<>(config.trustedHosts().orElse(List.of()));
    trusted.add(HOST);
    return OutgoingUrl.check(endpoint, trusted, "connection " + connection.id());
  }
}
