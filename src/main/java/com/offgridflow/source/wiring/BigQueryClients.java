package com.offgridflow.source.wiring;

import com.google.api.gax.retrying.RetrySettings;
import com.google.auth.http.HttpTransportFactory;
import com.google.auth.oauth2.ServiceAccountCredentials;
import com.google.cloud.bigquery.BigQuery;
import com.google.cloud.bigquery.BigQueryOptions;
import com.google.cloud.http.HttpTransportOptions;
import com.offgridflow.failure.UnrecoverableException;
import com.offgridflow.source.BigQueryTable;
import com.offgridflow.source.Connection;
import com.offgridflow.source.OutgoingUrl;
import com.offgridflow.upstream.Upstream;
import com.offgridflow.upstream.wiring.GoogleConnections;
import com.offgridflow.upstream.wiring.GoogleGate;
import com.offgridflow.upstream.wiring.Outgoing;
import com.offgridflow.upstream.wiring.Upstreams;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.component.google.bigquery.GoogleBigQueryConnectionFactory;

/**
 * Clients of BigQuery, by connection. The secret is a service account's key as Google's JSON file
 * has it.
 */
@ApplicationScoped
public class BigQueryClients {
  static final String API = "bigquery.googleapis.com";
  private static final String TOKENS = "oauth2.googleapis.com";
  private static final String SCOPE = "https://www.googleapis.com/auth/bigquery";
  private static final List<String> NEEDED =
      List.of("client_email", "private_key", "private_key_id");

  /** 10 GiB, which on-demand pricing bills with a few cents. */
  private static final String USUAL_LIMIT = Long.toString(10L << 30);

  private static final int CONNECT_MILLIS = 30_000;
  private static final int READ_MILLIS = 120_000;

  /** After 1, 2, 4, ... s, so that short throttling passes unnoticed; the job tries later. */
  private static final RetrySettings RETRY =
      RetrySettings.newBuilder()
          .setInitialRetryDelayDuration(Duration.ofSeconds(1))
          .setRetryDelayMultiplier(2)
          .setMaxRetryDelayDuration(Duration.ofSeconds(20))
          .setTotalTimeoutDuration(Duration.ofMinutes(2))
          .setMaxAttempts(5)
          .build();

  private final ConnectionClients<GoogleBigQueryConnectionFactory> clients;
  private final SourceConfig config;
  private final Upstreams upstreams;
  private final HttpTransportFactory transport;

  BigQueryClients(
      CamelContext camel,
      ConnectionSecrets secrets,
      SourceConfig config,
      Upstreams upstreams,
      Outgoing outgoing) {
    this.config = config;
    this.upstreams = upstreams;
    this.transport = GoogleConnections.to(outgoing, config.trustedHosts().orElse(List.of()));
    this.clients =
        new ConnectionClients<>(
            camel, secrets, GoogleBigQueryConnectionFactory.class, this::client, client -> {});
  }

  /** The name under which the registry holds the connection's client. */
  String register(Connection connection) {
    return clients.register(connection);
  }

  /** The project that queries are run in and billed to: by default that of the table. */
  String project(Connection connection, BigQueryTable table) {
    String project = connection.settings().getOrDefault("project", table.project());
    if (!BigQueryTable.isProject(project)) {
      throw new UnrecoverableException(
          "connection %s: project '%s' is no project id; it should be like my-project"
              .formatted(connection.id(), project));
    }
    return project;
  }

  private GoogleBigQueryConnectionFactory client(
      Connection connection, Map<String, String> secret) {
    BigQueryOptions.Builder options =
        BigQueryOptions.newBuilder()
            .setProjectId(secret.getOrDefault("project_id", connection.id()))
            .setCredentials(credentials(connection, secret))
            .setRetrySettings(RETRY)
            .setTransportOptions(
                new GoogleGate(
                    HttpTransportOptions.newBuilder()
                        .setHttpTransportFactory(transport)
                        .setConnectTimeout(CONNECT_MILLIS)
                        .setReadTimeout(READ_MILLIS),
                    upstreams,
                    upstream(connection, secret)));
    String endpoint = connection.settings().get("endpoint");
    if (endpoint != null) {
      options.setHost(checked(connection, endpoint, API).toString());
    }
    BigQuery service = options.build().getService();
    return new GoogleBigQueryConnectionFactory(
        QueryBudget.over(service, connection.id(), limit(connection)));
  }

  /** Google counts requests by project and by who asks. */
  private static Upstream upstream(Connection connection, Map<String, String> secret) {
    String google =
        URI.create(connection.settings().getOrDefault("endpoint", "https://" + API)).getAuthority();
    String project = secret.getOrDefault("project_id", connection.id());
    return new Upstream("bigquery", google + "/" + project);
  }

  /**
   * @throws UnrecoverableException when this is no service account's key
   */
  ServiceAccountCredentials credentials(Connection connection, Map<String, String> key) {
    if (!key.keySet().containsAll(NEEDED)) {
      throw new UnrecoverableException(
          "connection %s: its secret has %s; it needs a service account's key, as its JSON file has it"
              .formatted(connection.id(), key.keySet()));
    }
    String tokens = key.getOrDefault("token_uri", "https://" + TOKENS + "/token");
    try {
      return ServiceAccountCredentials.newBuilder()
          .setClientId(key.get("client_id"))
          .setClientEmail(key.get("client_email"))
          .setPrivateKeyId(key.get("private_key_id"))
          .setPrivateKeyString(key.get("private_key"))
          .setTokenServerUri(checked(connection, tokens, TOKENS))
          .setHttpTransportFactory(transport)
          .setScopes(List.of(SCOPE))
          .build();
    } catch (IOException e) {
      throw new UnrecoverableException(
          "connection "
              + connection.id()
              + ": private_key is not in PEM, as the service account's JSON file has it");
    }
  }

  private URI checked(Connection connection, String url, String googles) {
    List<String> trusted = new ArrayList<>(config.trustedHosts().orElse(List.of()));
    trusted.add(googles);
    return OutgoingUrl.check(url, trusted, "connection " + connection.id());
  }

  /**
   * Bytes that one query may read.
   *
   * @throws UnrecoverableException when the setting is no number
   */
  static long limit(Connection connection) {
    String limit = connection.settings().getOrDefault("maximum_bytes_billed", USUAL_LIMIT);
    if (!limit.matches("[1-9]\\d{0,17}")) {
      throw new UnrecoverableException(
          "connection %s: maximum_bytes_billed is '%s'; it should be a number of bytes like %s"
              .formatted(connection.id(), limit, USUAL_LIMIT));
    }
    return Long.parseLong(limit);
  }
}
