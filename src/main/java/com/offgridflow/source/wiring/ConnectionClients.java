package com.offgridflow.source.wiring;

import com.offgridflow.source.Connection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.apache.camel.CamelContext;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * A client per connection, bound in the registry, so that no credential stands in an endpoint URI.
 */
final class ConnectionClients<T> {
  private final Map<String, Registered<T>> registered = new ConcurrentHashMap<>();
  private final AtomicLong made = new AtomicLong();
  private final CamelContext camel;
  private final ConnectionSecrets secrets;
  private final Class<T> type;
  private final BiFunction<Connection, Map<String, String>, T> maker;
  private final Consumer<T> closer;

  /**
   * @param maker makes a client of a connection and its secret
   */
  ConnectionClients(
      CamelContext camel,
      ConnectionSecrets secrets,
      Class<T> type,
      BiFunction<Connection, Map<String, String>, T> maker,
      Consumer<T> closer) {
    this.camel = camel;
    this.secrets = secrets;
    this.type = type;
    this.maker = maker;
    this.closer = closer;
  }

  /**
   * The name under which the registry holds the connection's client. A new client gets a new name,
   * because Camel keeps an endpoint, and the client in it, for as long as its URI is the same.
   */
  String register(Connection connection) {
    Map<String, String> secret = secrets.of(connection);
    String digest = DigestUtils.sha256Hex(connection.settings() + "|" + secret);
    String key = connection.tenant() + "/" + connection.id();
    return registered
        .compute(
            key,
            (k, old) ->
                old != null && old.digest().equals(digest)
                    ? old
                    : replace(connection, secret, digest, old))
        .name();
  }

  /** No sync can be using the old client: those of a connection never run side by side. */
  private Registered<T> replace(
      Connection connection, Map<String, String> secret, String digest, Registered<T> old) {
    String name =
        "%s-%s-%s-%d"
            .formatted(
                connection.kind(), connection.tenant(), connection.id(), made.incrementAndGet());
    T client = maker.apply(connection, secret);
    camel.getRegistry().bind(name, type, client);
    if (old != null) {
      camel.getRegistry().unbind(old.name());
      closer.accept(old.client());
    }
    return new Registered<>(name, digest, client);
  }

  /**
   * A client in the registry.
   *
   * @param digest of the settings and the secret that it was made from
   */
  private record Registered<T>(String name, String digest, T client) {}
}
