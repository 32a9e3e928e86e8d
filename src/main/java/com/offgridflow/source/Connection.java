package com.offgridflow.source;

import com.offgridflow.failure.UnrecoverableException;
import java.net.URI;
import java.time.ZoneId;
import java.util.Map;

/**
 * Where one tenant's data of one kind comes from. Secrets are not in it.
 *
 * @param id unique within the tenant; the source of the activities it brings
 * @param kind the route that reads it is {@code direct:source-<kind>}
 * @param settings {@code location} and options
 * @param zone the zone in which local dates of its files are meant
 */
public record Connection(
    String tenant, String id, String kind, Map<String, String> settings, ZoneId zone) {

  /** The place of its files: {@code s3://bucket/prefix} or a directory. */
  public URI location() {
    String location = settings.getOrDefault("location", "");
    try {
      URI uri = URI.create(location.startsWith("/") ? "file:" + location : location);
      if ("file".equals(uri.getScheme())
          || ("s3".equals(uri.getScheme()) && uri.getHost() != null)) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      throw badLocation(location);
    }
    throw badLocation(location);
  }

  private UnrecoverableException badLocation(String location) {
    return new UnrecoverableException(
        "connection %s: location '%s' is neither like s3://bucket/prefix nor like /directory"
            .formatted(id, location));
  }

  /** {@code s3} or {@code directory}: the route {@code core-fetch-<transport>} knows how. */
  public String transport() {
    return location().getScheme().equals("s3") ? "s3" : "directory";
  }

  /** Bucket of an S3 location. */
  public String bucket() {
    return location().getHost();
  }

  /** Where in the bucket or on the disk, without a slash at the start or the end of a prefix. */
  public String prefix() {
    String path = location().getPath();
    return transport().equals("s3") ? path.replaceAll("^/+|/+$", "") : path;
  }
}
