package com.offgridflow.source.wiring;

import com.offgridflow.job.HubProperties;
import com.offgridflow.source.Connection;
import com.offgridflow.source.RemoteObject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.Exchange;
import software.amazon.awssdk.services.s3.model.ListObjectsRequest;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Lists a bucket page by page, because the component's own listing ends after the first thousand
 * objects.
 */
@ApplicationScoped
@Named("s3Objects")
public class S3Objects {
  private static final String SEEN = "hubSeen";
  private static final String CLIENT = "hubS3Client";

  private final S3Clients clients;

  S3Objects(S3Clients clients) {
    this.clients = clients;
  }

  /** Body becomes the request of the first page; names the client to ask with. */
  public void start(Exchange exchange) {
    Connection connection = connection(exchange);
    exchange.setProperty(CLIENT, clients.register(connection));
    exchange.setProperty(SEEN, new ArrayList<RemoteObject>());
    exchange.getMessage().setBody(page(connection, null));
  }

  /** Body is a page; it becomes the request of the next one, or null after the last. */
  @SuppressWarnings("unchecked")
  public void next(Exchange exchange) {
    List<S3Object> page = exchange.getMessage().getBody(List.class);
    List<RemoteObject> seen = exchange.getProperty(SEEN, List.class);
    page.forEach(object -> seen.add(new RemoteObject(object.key(), object.size())));
    exchange
        .getMessage()
        .setBody(
            page.isEmpty() ? null : page(connection(exchange), page.get(page.size() - 1).key()));
  }

  /** All objects that the pages held. */
  @SuppressWarnings("unchecked")
  public List<RemoteObject> seen(Exchange exchange) {
    return exchange.getProperty(SEEN, List.class);
  }

  private static ListObjectsRequest page(Connection connection, String after) {
    return ListObjectsRequest.builder()
        .bucket(connection.bucket())
        .prefix(connection.prefix())
        .marker(after)
        .build();
  }

  private static Connection connection(Exchange exchange) {
    return exchange.getProperty(HubProperties.CONNECTION, Connection.class);
  }
}
