package com.offgridflow.upstream.wiring;

import java.util.Collection;
import java.util.function.Predicate;
import software.amazon.awssdk.http.apache.ApacheHttpClient;

/** The HTTP client of AWS's SDK, connecting to the very addresses that were checked. */
public final class AwsConnections {
  private AwsConnections() {}

  /**
   * @param trusted hosts that the administrator lists
   */
  public static ApacheHttpClient.Builder to(Outgoing outgoing, Collection<String> trusted) {
    Predicate<String> named = host -> trusted.contains(host) || isAws(host);
    return ApacheHttpClient.builder().dnsResolver(host -> outgoing.resolve(host, named));
  }

  private static boolean isAws(String host) {
    return host.endsWith(".amazonaws.com")
        || host.endsWith(".amazonaws.com.cn")
        || host.endsWith(".api.aws");
  }
}
