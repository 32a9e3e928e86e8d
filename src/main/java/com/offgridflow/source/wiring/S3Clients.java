package com.offgridflow.source.wiring;

import com.offgridflow.failure.UnrecoverableException;
import com.offgridflow.source.Connection;
import com.offgridflow.source.OutgoingUrl;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
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
  private final Map<String, Registered> registered = new ConcurrentHashMap<>();
  private final AtomicLong made = new AtomicLong();
  private final CamelContext camel;
  private final ConnectionSecrets secrets;
  private final SourceConfig config;

  S3Clients(CamelContext camel, ConnectionSecrets secrets, SourceConfig config) {
    this.camel = camel;
    this.secrets = secrets;
    this.config = config;
  }

  /**
   * The name under which the registry holds the connection's client. A new client gets a new name,
   * because Camel keeps an endpoint, and the client in it, for as long as its URI is the same.
   */
  String register(Connection connection) {
    Map<String, String> secret = secrets.of(connection);
    String digest = Digests.sha256(connection.settings() + "|" + secret);
    String key = connection.tenant() + "/" + connection.id();
    return registered
        .compute(
            key,
            (k, old) ->
                old != null && old.digest().equals(digest)
                    ? old
                    : replace(connection, secret, digest, old))
        .name();
  }

  /** No sync can be using the old client: those of a connection never run side by side. */
  private Registered replace(
      Connection connection, Map<String, String> secret, String digest, Registered old) {
    String name =
        "s3-" + connection.tenant() + "-" + connection.id() + "-" + made.incrementAndGet();
    S3Client client = client(connection, secret);
    camel.getRegistry().bind(name, S3Client.class, client);
    if (old != null) {
      camel.getRegistry().unbind(old.name());
      old.client().close();
    }
    return new Registered(name, digest, client);
  }

  /**
   * A client in the registry.
   *
   * @param digest of the settings and the secret that it was made from
   */
  private record Registered(String name, String digest, S3Client client) {}

  private S3Client client(Connection connection, Map<String, String> secret) {
    Map<String, String> settings = connection.settings();
    S3ClientBuilder builder =
        S3Client.builder()
            .region(Region.of(settings.getOrDefault("region", "us-east-1")))
            .credentialsProvider(credentials(connection, secret));
    String endpoint = settings.get("endpoint");
    if (endpoint != null) {
      List<String> trusted = config.trustedHosts().orElse(List.of());
      URI checked = OutgoingUrl.check(endpoint, trusted, "connection " + connection.id());
      builder.endpointOverride(checked).forcePathStyle(true);
    }
    return builder.build();
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
