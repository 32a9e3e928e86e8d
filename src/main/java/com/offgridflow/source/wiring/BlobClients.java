package com.offgridflow.source.wiring;

import com.azure.storage.blob.BlobServiceClient;
import com.azure.storage.blob.BlobServiceClientBuilder;
import com.azure.storage.common.StorageSharedKeyCredential;
import com.azure.storage.common.policy.RequestRetryOptions;
import com.azure.storage.common.policy.RetryPolicyType;
import com.offgridflow.failure.UnrecoverableException;
import com.offgridflow.source.Connection;
import com.offgridflow.source.OutgoingUrl;
import com.offgridflow.upstream.Upstream;
import com.offgridflow.upstream.wiring.AzureConnections;
import com.offgridflow.upstream.wiring.AzureGate;
import com.offgridflow.upstream.wiring.Outgoing;
import com.offgridflow.upstream.wiring.Upstreams;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;

/** Clients of Blob Storage, by connection, for each of its ways to authenticate. */
@ApplicationScoped
public class BlobClients {
  /** Tries per request; between them 1, 3 and 7 s, so that short throttling passes unnoticed. */
  private static final RequestRetryOptions RETRY =
      new RequestRetryOptions(
          RetryPolicyType.EXPONENTIAL,
          4,
          Duration.ofMinutes(1),
          Duration.ofSeconds(1),
          Duration.ofSeconds(20),
          null);

  private final ConnectionClients<BlobServiceClient> clients;
  private final ConnectionSecrets secrets;
  private final SourceConfig config;
  private final AzureTokens tokens;
  private final Upstreams upstreams;
  private final Outgoing outgoing;

  BlobClients(
      CamelContext camel,
      ConnectionSecrets secrets,
      SourceConfig config,
      AzureTokens tokens,
      Upstreams upstreams,
      Outgoing outgoing) {
    this.secrets = secrets;
    this.config = config;
    this.tokens = tokens;
    this.upstreams = upstreams;
    this.outgoing = outgoing;
    this.clients =
        new ConnectionClients<>(
            camel, secrets, BlobServiceClient.class, this::client, client -> {});
  }

  /**
   * The name under which the registry holds the connection's client. A token is asked for ahead,
   * because within the client the reason of a refusal would be lost.
   */
  String register(Connection connection) {
    Map<String, String> secret = secrets.of(connection);
    if (secret.keySet().containsAll(AzureTokens.NEEDED)) {
      tokens.of(connection, secret, BearerPolicy.SCOPE);
    }
    return clients.register(connection);
  }

  private BlobServiceClient client(Connection connection, Map<String, String> secret) {
    String endpoint = endpoint(connection);
    Upstream upstream = new Upstream("azure-blob", URI.create(endpoint).getAuthority());
    BlobServiceClientBuilder builder =
        new BlobServiceClientBuilder()
            .endpoint(endpoint)
            .httpClient(AzureConnections.to(outgoing, config.trustedHosts().orElse(List.of())))
            .retryOptions(RETRY)
            .addPolicy(new AzureGate(upstreams, upstream));
    if (secret.containsKey("sas_token")) {
      builder.sasToken(secret.get("sas_token"));
    } else if (secret.containsKey("account_key")) {
      builder.credential(key(connection, secret.get("account_key")));
    } else if (secret.keySet().containsAll(AzureTokens.NEEDED)) {
      builder.addPolicy(new BearerPolicy(tokens, connection, secret));
    } else {
      throw new UnrecoverableException(
          "connection %s: its secret has %s; it needs sas_token, or account_key, or client_id and client_secret"
              .formatted(connection.id(), secret.keySet()));
    }
    return builder.buildClient();
  }

  private String endpoint(Connection connection) {
    String endpoint = connection.settings().get("endpoint");
    return endpoint == null
        ? "https://" + connection.account() + ".blob.core.windows.net"
        : OutgoingUrl.check(
                endpoint, config.trustedHosts().orElse(List.of()), "connection " + connection.id())
            .toString();
  }

  /**
   * @throws UnrecoverableException when this is no key of an account
   */
  static StorageSharedKeyCredential key(Connection connection, String key) {
    try {
      // the credential itself finds out with its first request only
      Base64.getDecoder().decode(key);
      return new StorageSharedKeyCredential(connection.account(), key);
    } catch (IllegalArgumentException e) {
      throw new UnrecoverableException(
          "connection "
              + connection.id()
              + ": account_key is not in base 64, as the portal shows it");
    }
  }
}
