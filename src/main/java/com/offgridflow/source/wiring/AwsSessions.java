package com.offgridflow.source.wiring;

import com.offgridflow.failure.UnrecoverableException;
import com.offgridflow.source.AwsRole;
import com.offgridflow.source.Connection;
import com.offgridflow.source.OutgoingUrl;
import com.offgridflow.upstream.Upstream;
import com.offgridflow.upstream.wiring.AwsConnections;
import com.offgridflow.upstream.wiring.AwsGate;
import com.offgridflow.upstream.wiring.Outgoing;
import com.offgridflow.upstream.wiring.Upstreams;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.codec.digest.DigestUtils;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.StsClientBuilder;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/**
 * By what a connection is known to AWS: the keys of its secret, else the machine's own identity;
 * and the role that it has the hub assume, whose sessions are renewed before they expire.
 */
@ApplicationScoped
public class AwsSessions {
  private static final String KEY = "access_key_id";
  private static final String SECRET = "secret_access_key";

  private final Map<String, Session> sessions = new ConcurrentHashMap<>();
  private final SourceConfig config;
  private final Upstreams upstreams;
  private final Outgoing outgoing;

  AwsSessions(SourceConfig config, Upstreams upstreams, Outgoing outgoing) {
    this.config = config;
    this.upstreams = upstreams;
    this.outgoing = outgoing;
  }

  /** Credentials that stay good for as long as the connection's settings and secret do. */
  AwsCredentialsProvider of(Connection connection, Map<String, String> secret) {
    String key = connection.tenant() + "/" + connection.id();
    String digest = DigestUtils.sha256Hex(connection.settings() + "|" + secret);
    return sessions
        .compute(
            key,
            (k, old) -> {
              if (old != null && old.digest().equals(digest)) {
                return old;
              }
              Session session = session(connection, secret, digest);
              Optional.ofNullable(old).ifPresent(Session::close);
              return session;
            })
        .credentials();
  }

  /** Region of a connection, where it names none that of AWS's global services. */
  static Region region(Connection connection) {
    return Region.of(connection.settings().getOrDefault("region", "us-east-1"));
  }

  private Session session(Connection connection, Map<String, String> secret, String digest) {
    AwsCredentialsProvider own = own(connection, secret);
    Optional<AwsRole> role = AwsRole.of(connection);
    if (role.isEmpty()) {
      return new Session(digest, own, () -> {});
    }
    StsClient sts = sts(connection, own);
    StsAssumeRoleCredentialsProvider assumed = assume(sts, role.get(), connection);
    return new Session(
        digest,
        assumed,
        () -> {
          assumed.close();
          sts.close();
        });
  }

  private static StsAssumeRoleCredentialsProvider assume(
      StsClient sts, AwsRole role, Connection connection) {
    String name = ("hub-" + connection.id()).replaceAll("[^\\w+=,.@-]", "-");
    return StsAssumeRoleCredentialsProvider.builder()
        .stsClient(sts)
        .refreshRequest(
            request ->
                request
                    .roleArn(role.arn())
                    .externalId(role.externalId())
                    .roleSessionName(name.substring(0, Math.min(64, name.length()))))
        .build();
  }

  private StsClient sts(Connection connection, AwsCredentialsProvider own) {
    List<String> trusted = config.trustedHosts().orElse(List.of());
    StsClientBuilder builder =
        StsClient.builder()
            .region(region(connection))
            .credentialsProvider(own)
            .httpClientBuilder(AwsConnections.to(outgoing, trusted));
    String endpoint = connection.settings().get("sts_endpoint");
    builder.overrideConfiguration(
        options ->
            options.addExecutionInterceptor(
                new AwsGate(upstreams, upstream(connection, endpoint))));
    if (endpoint != null) {
      builder.endpointOverride(
          OutgoingUrl.check(endpoint, trusted, "connection " + connection.id()));
    }
    return builder.build();
  }

  /** AWS counts these requests by region and by who asks: the hub, or a tenant's own keys. */
  private static Upstream upstream(Connection connection, String endpoint) {
    String server =
        endpoint == null ? region(connection).id() : URI.create(endpoint).getAuthority();
    return new Upstream("sts", server + "/" + connection.tenant());
  }

  private static AwsCredentialsProvider own(Connection connection, Map<String, String> secret) {
    if (secret.isEmpty()) {
      return DefaultCredentialsProvider.builder().build();
    }
    if (!secret.keySet().containsAll(List.of(KEY, SECRET))) {
      throw new UnrecoverableException(
          "connection %s: its secret has %s; it needs access_key_id and secret_access_key, or nothing, to use the machine's own role"
              .formatted(connection.id(), secret.keySet()));
    }
    String token = secret.get("session_token");
    return StaticCredentialsProvider.create(
        token == null
            ? AwsBasicCredentials.create(secret.get(KEY), secret.get(SECRET))
            : AwsSessionCredentials.create(secret.get(KEY), secret.get(SECRET), token));
  }

  @PreDestroy
  void close() {
    sessions.values().forEach(Session::close);
  }

  /**
   * @param digest of the settings and the secret that it was made from
   * @param end what ends it
   */
  private record Session(String digest, AwsCredentialsProvider credentials, SdkAutoCloseable end) {
    void close() {
      end.close();
    }
  }
}
