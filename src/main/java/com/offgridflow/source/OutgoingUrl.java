package com.offgridflow.source;

import com.offgridflow.failure.UnrecoverableException;
import java.net.URI;
import java.util.Collection;

/**
 * Decides whether the hub may call an address that a tenant has entered. Without this a tenant
 * could have the hub read the metadata service or an intranet server for it.
 */
public final class OutgoingUrl {
  private OutgoingUrl() {}

  /**
   * The address, if its host is one that the administrator trusts; addresses that are not {@code
   * https} are for trusted hosts on this machine only.
   *
   * @param where named in the error
   */
  public static URI check(String url, Collection<String> trustedHosts, String where) {
    URI uri;
    try {
      uri = URI.create(url);
    } catch (IllegalArgumentException e) {
      throw refused(where, url, "it is no URL");
    }
    if (uri.getHost() == null || !trustedHosts.contains(uri.getHost())) {
      throw refused(
          where, url, "the administrator lists " + trustedHosts + " in source.trusted-hosts");
    }
    boolean local = uri.getHost().equals("localhost") || uri.getHost().equals("127.0.0.1");
    if (!"https".equals(uri.getScheme()) && !("http".equals(uri.getScheme()) && local)) {
      throw refused(where, url, "https is needed");
    }
    return uri;
  }

  /** An address as it may stand in messages: without password, and without what a query signs. */
  public static String shown(String url) {
    return url.replaceFirst("//([^/?#:]*):[^/?#]*@", "//$1@").replaceFirst("[?#].*", "");
  }

  private static UnrecoverableException refused(String where, String url, String why) {
    return new UnrecoverableException(
        where + ": the endpoint " + shown(url) + " is not called, " + why);
  }
}
