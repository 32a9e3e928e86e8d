package com.offgridflow.delivery.wiring;

import com.azure.storage.blob.BlobServiceClientBuilder;
import com.azure.storage.blob.models.BlobHttpHeaders;
import com.azure.storage.common.StorageSharedKeyCredential;
import com.offgridflow.delivery.DeliveryTarget;
import com.offgridflow.delivery.Parcel;
import com.offgridflow.delivery.TargetKind;
import com.offgridflow.failure.UnrecoverableException;
import com.offgridflow.job.HubProperties;
import com.offgridflow.upstream.Upstream;
import com.offgridflow.upstream.wiring.AzureConnections;
import com.offgridflow.upstream.wiring.AzureGate;
import com.offgridflow.upstream.wiring.Upstreams;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.io.File;
import java.io.FileNotFoundException;
import java.io.InputStream;
import java.net.URI;
import java.util.Map;
import org.apache.camel.Body;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.converter.stream.FileInputStreamCache;

/** Clients of Azure Blob Storage. */
@ApplicationScoped
@Named("azureBlobAccess")
public class AzureBlobAccess implements TargetAccess {
  private final OutgoingHosts hosts;
  private final Upstreams upstreams;

  AzureBlobAccess(OutgoingHosts hosts, Upstreams upstreams) {
    this.hosts = hosts;
    this.upstreams = upstreams;
  }

  @Override
  public TargetKind kind() {
    return TargetKind.AZURE_BLOB;
  }

  @Override
  public Map<String, Object> make(DeliveryTarget target, Map<String, String> secret) {
    String endpoint = endpoint(target);
    Upstream upstream = new Upstream("azure-blob", URI.create(endpoint).getAuthority());
    BlobServiceClientBuilder builder =
        new BlobServiceClientBuilder()
            .endpoint(endpoint)
            .httpClient(AzureConnections.to(hosts.outgoing(), hosts.trusted()))
            .addPolicy(new AzureGate(upstreams, upstream));
    if (secret.containsKey("sas_token")) {
      builder.sasToken(secret.get("sas_token"));
    } else {
      builder.credential(key(target, secret.get("account_key")));
    }
    return Map.of("", builder.buildClient());
  }

  /** What the blob says of itself to those who fetch it. */
  public BlobHttpHeaders headers(@ExchangeProperty(HubProperties.PARCEL) Parcel parcel) {
    return new BlobHttpHeaders().setContentType(parcel.mediaType());
  }

  /**
   * What the client can read again when it has to. A plain file it would keep in memory while it
   * reads, against having to.
   */
  public InputStream content(@Body File file) throws FileNotFoundException {
    return new FileInputStreamCache(file);
  }

  private String endpoint(DeliveryTarget target) {
    String endpoint = target.settings().get("endpoint");
    return endpoint == null
        ? "https://" + target.setting("account") + ".blob.core.windows.net"
        : hosts.endpoint(endpoint, target.toString()).toString();
  }

  private static StorageSharedKeyCredential key(DeliveryTarget target, String key) {
    try {
      return new StorageSharedKeyCredential(target.setting("account"), key);
    } catch (IllegalArgumentException e) {
      throw new UnrecoverableException(
          target + ": account_key is not in base 64, as the portal shows it");
    }
  }
}
