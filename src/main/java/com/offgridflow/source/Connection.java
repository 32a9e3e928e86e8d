package com.offgridflow.source;

import com.offgridflow.failure.UnrecoverableException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.ZoneId;
import java.util.Map;
import java.util.regex.Pattern;

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

  private static final Pattern AZURE_ACCOUNT = Pattern.compile("[a-z0-9]{3,24}");

  /**
   * The place of its files: {@code s3://bucket/prefix}, {@code azure://account/container/prefix} or
   * a directory.
   */
  public URI location() {
    String location = settings.getOrDefault("location", "");
    try {
      URI uri = uri(location);
      if (known(uri)) {
        return uri;
      }
    } catch (URISyntaxException e) {
      throw badLocation(location);
    }
    throw badLocation(location);
  }

  /** A directory may have any letters in its name, also those that a URI writes otherwise. */
  private static URI uri(String location) throws URISyntaxException {
    return location.startsWith("/")
        ? new URI("file", null, location, null)
        : new URI(location.replace(" ", "%20"));
  }

  private static boolean known(URI uri) {
    String host = uri.getHost() == null ? "" : uri.getHost();
    return "file".equals(uri.getScheme())
        || ("s3".equals(uri.getScheme()) && !host.isEmpty())
        || ("azure".equals(uri.getScheme())
            && AZURE_ACCOUNT.matcher(host).matches()
            && !strip(uri.getPath()).isEmpty());
  }

  private UnrecoverableException badLocation(String location) {
    return new UnrecoverableException(
        "connection %s: location '%s' is neither like s3://bucket/prefix nor like azure://account/container/prefix nor like /directory"
            .formatted(id, location));
  }

  /**
   * {@code s3}, {@code azure} or {@code directory}: the route {@code core-fetch-<transport>} knows
   * how.
   */
  public String transport() {
    String scheme = location().getScheme();
    return scheme.equals("file") ? "directory" : scheme;
  }

  /** How many months it reads, this one included, by its setting {@code months}. */
  public int months(int usual) {
    String months = settings.getOrDefault("months", Integer.toString(usual));
    if (!months.matches("[1-9]|1[0-2]")) {
      throw new UnrecoverableException(
          "connection %s: months is '%s'; it should be a number from 1 to 12"
              .formatted(id, months));
    }
    return Integer.parseInt(months);
  }

  /** Storage account of an Azure location. */
  public String account() {
    return location().getHost();
  }

  /** Bucket of an S3 location, container of an Azure location. */
  public String bucket() {
    return transport().equals("azure")
        ? strip(location().getPath()).split("/", 2)[0]
        : location().getHost();
  }

  /** Where in the bucket or on the disk, without a slash at the start or the end of a prefix. */
  public String prefix() {
    String path = location().getPath();
    return switch (transport()) {
      case "s3" -> strip(path);
      case "azure" -> strip(strip(path).substring(bucket().length()));
      default -> path;
    };
  }

  private static String strip(String path) {
    return path.replaceAll("^/+|/+$", "");
  }
}
