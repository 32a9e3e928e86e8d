package com.offgridflow.source.wiring;

import com.offgridflow.job.HubProperties;
import com.offgridflow.source.Connection;
import com.offgridflow.source.RemoteObject;
import com.offgridflow.source.ResumedStream;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.Header;
import org.apache.camel.component.aws2.s3.AWS2S3Constants;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
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

  /**
   * Body is the content, as it comes; it becomes one that goes on where the connection is cut, as
   * long as the object is still the same.
   */
  public InputStream resumable(
      Exchange exchange,
      @Body InputStream content,
      @Header("hubObject") RemoteObject object,
      @Header(AWS2S3Constants.E_TAG) String tag) {
    S3Client client =
        exchange
            .getContext()
            .getRegistry()
            .lookupByNameAndType(exchange.getProperty(CLIENT, String.class), S3Client.class);
    GetObjectRequest.Builder whole =
        GetObjectRequest.builder()
            .bucket(connection(exchange).bucket())
            .key(object.name())
            .ifMatch(tag);
    return new ResumedStream(content, object.bytes(), from -> rest(client, whole, from));
  }

  /** A server that knows no ranges sends the whole again. */
  private static InputStream rest(S3Client client, GetObjectRequest.Builder whole, long from)
      throws IOException {
    try {
      ResponseInputStream<GetObjectResponse> rest =
          client.getObject(whole.range("bytes=" + from + "-").build());
      if (rest.response().contentRange() == null) {
        rest.skipNBytes(from);
      }
      return rest;
    } catch (SdkException e) {
      throw new IOException("the rest from byte " + from + " cannot be had", e);
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
