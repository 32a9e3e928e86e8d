package com.offgridflow.source.wiring;

import com.offgridflow.failure.UnrecoverableException;
import com.offgridflow.source.Connection;
import com.offgridflow.source.OutgoingUrl;
import com.offgridflow.upstream.Upstream;
import com.offgridflow.upstream.wiring.AwsGate;
import com.offgridflow.upstream.wiring.Upstreams;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** Clients of S3, by connection. */
@ApplicationScoped
public class S3Clients {
  private final ConnectionClients<S3Client> clients;
  private final SourceConfig config;
  private final Upstreams upstreams;

  S3Clients(
      CamelContext camel, ConnectionSecrets secrets, SourceConfig config, Upstreams upstreams) {
    this.config = config;
    this.upstreams = upstreams;
    this.clients =
        new ConnectionClients<>(camel, secrets, S3Client.class, this::client, S3Client::close);
  }

  /** The name under which the registry holds the connection's client. */
  String register(Connection connection) {
    return clients.register(connection);
  }

  private S3Client client(Connection connection, Map<String, String> secret) {
    Map<String, String> settings = connection.settings();
    S3ClientBuilder builder =
        S3Client.builder()
            .region(Region.of(settings.getOrDefault("region", "us-east-1")))
            .credentialsProvider(credentials(connection, secret));
    String endpoint = settings.get("endpoint");
    builder.overrideConfiguration(
        options -> options.addExecutionInterceptor(new AwsGate(upstreams, upstream(connection))));
    if (endpoint != null) {
      List<String> trusted = config.trustedHosts().orElse(List.of());
      URI checked = OutgoingUrl.check(endpoint, trusted, "connection " + connection.id());
      builder.endpointOverride(checked).forcePathStyle(true);
    }
    return builder.build();
  }

  /** A bucket's name is unique in AWS, and at any other server only there. */
  private static Upstream upstream(Connection connection) {
    String endpoint = connection.settings().get("endpoint");
    return new Upstream(
        "s3",
        endpoint == null
            ? connection.bucket()
            : URI.create(endpoint).getAuthority() + "/" + connection.bucket());
  }

  private static AwsCredentialsProvider credentials(
      Connection connection, Map<String, String> secret) {
    if (secret.isEmpty()) {
      return DefaultCredentialsProvider.builder().build();
    }
    if (!secret.keySet().containsAll(List.of("access_key_id", "secret_access_key"))) {
      throw new UnrecoverableException(
          "connection %s: its secret has %s; it needs access_key_id and secret_access_key, or nothing, to use the machine's own role"
              .formatted(connection.id(), secret.keySet()));
    }
    return StaticCredentialsProvider.create(
        AwsBasicCredentials.create(secret.get("access_key_id"), secret.get("secret_access_key")));
  }
}
