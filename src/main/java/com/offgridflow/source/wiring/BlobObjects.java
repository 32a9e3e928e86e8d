package com.offgridflow.source.wiring;

import com.azure.storage.blob.models.BlobItem;
import com.offgridflow.job.HubProperties;
import com.offgridflow.source.Connection;
import com.offgridflow.source.RemoteObject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;
import org.apache.camel.Body;
import org.apache.camel.Exchange;

/** Lists the blobs of a container. */
@ApplicationScoped
@Named("blobObjects")
public class BlobObjects {
  private static final String CLIENT = "hubBlobClient";
  private static final String PREFIX = "CamelAzureStorageBlobPrefix";

  private final BlobClients clients;

  BlobObjects(BlobClients clients) {
    this.clients = clients;
  }

  /** Names the client to ask with, and what to ask for. */
  public void start(Exchange exchange) {
    Connection connection = exchange.getProperty(HubProperties.CONNECTION, Connection.class);
    exchange.setProperty(CLIENT, clients.register(connection));
    exchange.getMessage().setHeader(PREFIX, connection.prefix());
  }

  /** The blobs as objects. */
  public List<RemoteObject> listed(@Body List<BlobItem> blobs) {
    return blobs.stream().filter(blob -> !directory(blob)).map(BlobObjects::object).toList();
  }

  /** A hierarchical namespace lists its directories as blobs without content. */
  private static boolean directory(BlobItem blob) {
    String name = blob.getName().substring(blob.getName().lastIndexOf('/') + 1);
    return blob.getProperties().getContentLength() == 0 && !name.contains(".");
  }

  private static RemoteObject object(BlobItem blob) {
    return new RemoteObject(
        blob.getName(),
        blob.getProperties().getContentLength(),
        blob.getProperties().getLastModified().toInstant(),
        Objects.requireNonNullElse(blob.getProperties().getETag(), ""));
  }
}
