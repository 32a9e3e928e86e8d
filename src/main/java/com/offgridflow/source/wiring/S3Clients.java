package com.offgridflow.source.wiring;

import com.offgridflow.job.UnrecoverableException;
import com.offgridflow.source.Connection;
import com.offgridflow.source.OutgoingUrl;
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

/**
 * A client per connection, bound in the registry, so that no credential stands in an endpoint URI.
 */
@ApplicationScoped
public class S3Clients {
  private final CamelContext camel;
  private final ConnectionSecrets secrets;
  private final SourceConfig config;

  S3Clients(CamelContext camel, ConnectionSecrets secrets, SourceConfig config) {
    this.camel = camel;
    this.secrets = secrets;
    this.config = config;
  }

  /** Makes the client anew for each sync: settings and secrets may have changed. */
  void register(Connection connection) {
    S3Client old = camel.getRegistry().lookupByNameAndType(connection.client(), S3Client.class);
    camel.getRegistry().bind(connection.client(), S3Client.class, client(connection));
    if (old != null) {
      old.close();
    }
  }

  private S3Client client(Connection connection) {
    Map<String, String> settings = connection.settings();
    S3ClientBuilder builder =
        S3Client.builder()
            .region(Region.of(settings.getOrDefault("region", "us-east-1")))
            .credentialsProvider(credentials(connection));
    String endpoint = settings.get("endpoint");
    if (endpoint != null) {
      List<String> trusted = config.trustedHosts().orElse(List.of());
      URI checked = OutgoingUrl.check(endpoint, trusted, "connection " + connection.id());
      builder.endpointOverride(checked).forcePathStyle(true);
    }
    return builder.build();
  }

  private AwsCredentialsProvider credentials(Connection connection) {
    Map<String, String> secret = secrets.of(connection);
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
