package com.offgridflow.source.wiring;

import com.offgridflow.job.HubProperties;
import com.offgridflow.source.Connection;
import com.offgridflow.source.RemoteObject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Header;
import org.apache.camel.component.aws2.s3.AWS2S3Constants;
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
    Connection connection = connection(exchange);
    page.stream()
        .filter(object -> below(connection.prefix(), object.key()))
        .map(S3Objects::object)
        .forEach(seen::add);
    exchange
        .getMessage()
        .setBody(page.isEmpty() ? null : page(connection, page.get(page.size() - 1).key()));
  }

  /** S3 knows no folders: asked for {@code x/exports} it lists {@code x/exports-old} too. */
  private static boolean below(String prefix, String key) {
    return prefix.isEmpty() || key.equals(prefix) || key.startsWith(prefix + "/");
  }

  private static RemoteObject object(S3Object object) {
    return new RemoteObject(object.key(), object.size(), object.lastModified(), object.eTag());
  }

  /** All objects that the pages held. */
  @SuppressWarnings("unchecked")
  public List<RemoteObject> seen(Exchange exchange) {
    return exchange.getProperty(SEEN, List.class);
  }

  /**
   * Checks that what is being fetched is what was listed.
   *
   * @throws IOException when it was overwritten meanwhile
   */
  public void same(
      @Header("hubObject") RemoteObject listed, @Header(AWS2S3Constants.E_TAG) String fetched)
      throws IOException {
    if (!bare(listed.tag()).equals(bare(fetched))) {
      throw new IOException(
          listed.name() + " was overwritten since it was listed; the next attempt lists anew");
    }
  }

  /** Some servers put an ETag in quotes in one place and not in the other. */
  private static String bare(String tag) {
    return tag == null ? "" : tag.replace("\"", "");
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
