package com.offgridflow.source.wiring;

import com.offgridflow.source.Connection;
import com.offgridflow.source.OutgoingUrl;
import com.offgridflow.upstream.Upstream;
import com.offgridflow.upstream.wiring.AwsConnections;
import com.offgridflow.upstream.wiring.AwsGate;
import com.offgridflow.upstream.wiring.Outgoing;
import com.offgridflow.upstream.wiring.Upstreams;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** Clients of S3, by connection. */
@ApplicationScoped
public class S3Clients {
  private final ConnectionClients<S3Client> clients;
  private final AwsSessions sessions;
  private final SourceConfig config;
  private final Upstreams upstreams;
  private final Outgoing outgoing;

  S3Clients(
      CamelContext camel,
      ConnectionSecrets secrets,
      AwsSessions sessions,
      SourceConfig config,
      Upstreams upstreams,
      Outgoing outgoing) {
    this.sessions = sessions;
    this.config = config;
    this.upstreams = upstreams;
    this.outgoing = outgoing;
    this.clients =
        new ConnectionClients<>(camel, secrets, S3Client.class, this::client, S3Client::close);
  }

  /** The name under which the registry holds the connection's client. */
  String register(Connection connection) {
    return clients.register(connection);
  }

  private S3Client client(Connection connection, Map<String, String> secret) {
    List<String> trusted = config.trustedHosts().orElse(List.of());
    S3ClientBuilder builder =
        S3Client.builder()
            .httpClientBuilder(AwsConnections.to(outgoing, trusted))
            .region(AwsSessions.region(connection))
            .credentialsProvider(sessions.of(connection, secret));
    String endpoint = connection.settings().get("endpoint");
    Upstream upstream = Upstream.bucket("s3", endpoint, connection.bucket());
    builder.overrideConfiguration(
        options -> options.addExecutionInterceptor(new AwsGate(upstreams, upstream)));
    if (endpoint != null) {
      URI checked = OutgoingUrl.check(endpoint, trusted, "connection " + connection.id());
      builder.endpointOverride(checked).forcePathStyle(true);
    }
    return builder.build();
  }
}
