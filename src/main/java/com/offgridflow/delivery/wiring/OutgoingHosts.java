package com.offgridflow.delivery.wiring;

import com.offgridflow.failure.UnrecoverableException;
import com.offgridflow.upstream.wiring.Outgoing;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;

/**
 * Which hosts deliveries may go to: whatever is on the open internet, and what the administrator
 * trusts. Else a tenant could have the hub call its metadata service or an intranet server.
 */
@ApplicationScoped
public class OutgoingHosts {
  private final List<String> trusted;
  private final Outgoing outgoing;

  OutgoingHosts(DeliveryConfig config, Outgoing outgoing) {
    this.trusted = config.trustedHosts().orElse(List.of());
    this.outgoing = outgoing;
  }

  /** What checks the addresses that are connected to. */
  Outgoing outgoing() {
    return outgoing;
  }

  /** The hosts that the administrator trusts. */
  List<String> trusted() {
    return trusted;
  }

  /**
   * The addresses of a host that may be called.
   *
   * @throws UnrecoverableException when one of them is not for the hub to call
   */
  public InetAddress[] resolve(String host) throws UnknownHostException {
    try {
      return outgoing.resolve(host, trusted::contains);
    } catch (UnrecoverableException e) {
      throw new UnrecoverableException(
          "%s (delivery.trusted-hosts: %s)".formatted(e.getMessage(), trusted));
    }
  }

  /** The URL of a webhook: https, and to a host that may be called; http to trusted hosts only. */
  public URI url(String url, String where) {
    URI uri = parsed(url, where);
    boolean https = "https".equals(uri.getScheme());
    if (!https && !("http".equals(uri.getScheme()) && trusted.contains(uri.getHost()))) {
      throw refused(where, url, "https is needed");
    }
    return uri;
  }

  /** The endpoint of a storage service, which must be a trusted host whatever its address. */
  public URI endpoint(String url, String where) {
    URI uri = url(url, where);
    if (!trusted.contains(uri.getHost())) {
      throw refused(
          where, url, "the administrator lists " + trusted + " in delivery.trusted-hosts");
    }
    return uri;
  }

  private static URI parsed(String url, String where) {
    try {
      URI uri = URI.create(url);
      if (uri.getHost() != null && uri.getUserInfo() == null) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      throw refused(where, url, "it is no URL");
    }
    throw refused(where, url, "it must name a host, and no user");
  }

  private static UnrecoverableException refused(String where, String url, String why) {
    return new UnrecoverableException(
        "%s: %s is not called, %s".formatted(where, url.replaceFirst("\\?.*", "?..."), why));
  }
}
