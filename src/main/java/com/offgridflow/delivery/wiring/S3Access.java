package com.offgridflow.delivery.wiring;

import com.offgridflow.delivery.DeliveryTarget;
import com.offgridflow.delivery.TargetKind;
import com.offgridflow.upstream.Upstream;
import com.offgridflow.upstream.wiring.AwsConnections;
import com.offgridflow.upstream.wiring.AwsGate;
import com.offgridflow.upstream.wiring.Upstreams;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/**
 * Clients of S3. Always with the target's own credentials: the machine's role is the operator's.
 */
@ApplicationScoped
class S3Access implements TargetAccess {
  private final OutgoingHosts hosts;
  private final Upstreams upstreams;

  S3Access(OutgoingHosts hosts, Upstreams upstreams) {
    this.hosts = hosts;
    this.upstreams = upstreams;
  }

  @Override
  public TargetKind kind() {
    return TargetKind.S3;
  }

  @Override
  public Map<String, Object> make(DeliveryTarget target, Map<String, String> secret) {
    AwsBasicCredentials credentials =
        AwsBasicCredentials.create(secret.get("access_key_id"), secret.get("secret_access_key"));
    S3ClientBuilder builder =
        S3Client.builder()
            .httpClientBuilder(AwsConnections.to(hosts.outgoing(), hosts.trusted()))
            .region(Region.of(target.setting("region")))
            .credentialsProvider(StaticCredentialsProvider.create(credentials));
    String endpoint = target.settings().get("endpoint");
    Upstream upstream = Upstream.bucket("s3", endpoint, target.setting("bucket"));
    builder.overrideConfiguration(
        options -> options.addExecutionInterceptor(new AwsGate(upstreams, upstream)));
    if (endpoint != null) {
      builder.endpointOverride(hosts.endpoint(endpoint, target.toString())).forcePathStyle(true);
    }
    return Map.of("", builder.build());
  }
}
