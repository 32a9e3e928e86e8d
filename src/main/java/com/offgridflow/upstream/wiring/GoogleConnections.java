package com.offgridflow.upstream.wiring;

import com.google.api.client.http.HttpTransport;
import com.google.api.client.http.apache.v2.ApacheHttpTransport;
import com.google.auth.http.HttpTransportFactory;
import java.util.Collection;
import java.util.function.Predicate;

/** The transport of Google's clients, connecting to the very addresses that were checked. */
public final class GoogleConnections {
  private GoogleConnections() {}

  /**
   * @param trusted hosts that the administrator lists
   */
  public static HttpTransportFactory to(Outgoing outgoing, Collection<String> trusted) {
    Predicate<String> named = host -> trusted.contains(host) || host.endsWith(".googleapis.com");
    HttpTransport transport =
        new ApacheHttpTransport(
            ApacheHttpTransport.newDefaultHttpClientBuilder()
                .setDnsResolver(host -> outgoing.resolve(host, named))
                .build());
    return () -> transport;
  }
}
