package com.offgridflow.delivery.wiring;

import com.google.auth.http.HttpTransportFactory;
import com.google.auth.oauth2.ServiceAccountCredentials;
import com.google.cloud.http.HttpTransportOptions;
import com.google.cloud.storage.StorageOptions;
import com.offgridflow.delivery.DeliveryTarget;
import com.offgridflow.delivery.TargetKind;
import com.offgridflow.failure.UnrecoverableException;
import com.offgridflow.upstream.Upstream;
import com.offgridflow.upstream.wiring.GoogleConnections;
import com.offgridflow.upstream.wiring.GoogleGate;
import com.offgridflow.upstream.wiring.Upstreams;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Clients of Google Cloud Storage. */
@ApplicationScoped
class GcsAccess implements TargetAccess {
  private static final String SCOPE = "https://www.googleapis.com/auth/devstorage.read_write";
  private static final URI TOKENS = URI.create("https://oauth2.googleapis.com/token");

  private final OutgoingHosts hosts;
  private final Upstreams upstreams;
  private final HttpTransportFactory transport;

  GcsAccess(OutgoingHosts hosts, Upstreams upstreams) {
    this.hosts = hosts;
    this.upstreams = upstreams;
    this.transport = GoogleConnections.to(hosts.outgoing(), hosts.trusted());
  }

  @Override
  public TargetKind kind() {
    return TargetKind.GCS;
  }

  @Override
  public Map<String, Object> make(DeliveryTarget target, Map<String, String> secret) {
    ServiceAccountCredentials account = account(target, secret.get("service_account_key"));
    String endpoint = target.settings().get("endpoint");
    Upstream upstream = Upstream.bucket("gcs", endpoint, target.setting("bucket"));
    StorageOptions.Builder options =
        StorageOptions.newBuilder()
            .setProjectId(account.getProjectId())
            .setCredentials(account.createScoped(List.of(SCOPE)))
            .setTransportOptions(
                new GoogleGate(
                    HttpTransportOptions.newBuilder().setHttpTransportFactory(transport),
                    upstreams,
                    upstream));
    if (endpoint != null) {
      options.setHost(hosts.endpoint(endpoint, target.toString()).toString());
    }
    return Map.of("", options.build().getService());
  }

  /** The key file names the server that gives tokens, which is checked like any other address. */
  private ServiceAccountCredentials account(DeliveryTarget target, String key) {
    try {
      ServiceAccountCredentials account =
          ServiceAccountCredentials.fromStream(
              new ByteArrayInputStream(key.getBytes(StandardCharsets.UTF_8)), transport);
      if (!account.getTokenServerUri().equals(TOKENS)) {
        hosts.endpoint(account.getTokenServerUri().toString(), target.toString());
      }
      return account;
    } catch (IOException e) {
      throw new UnrecoverableException(
          target + ": service_account_key is no JSON key of a service account, as Google gives it");
    }
  }
}
