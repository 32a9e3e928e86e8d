package com.offgridflow.source.wiring;

import com.offgridflow.failure.UnrecoverableException;
import com.offgridflow.source.Connection;
import com.offgridflow.source.OutgoingUrl;
import com.offgridflow.upstream.wiring.Outgoing;
import io.trino.jdbc.TrinoDriver;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/**
 * A data source per connection that names a Trino cluster by {@code lake.jdbc-url}. A connection to
 * a coordinator is no more than a session, so that there is no pool.
 */
@ApplicationScoped
public class TrinoClients {
  /** Options in the URL could read files of this machine or switch off TLS. */
  private static final Pattern URL = Pattern.compile("jdbc:trino://([A-Za-z0-9.-]+):(\\d{1,5})");

  private final ConnectionClients<DataSource> clients;
  private final CamelContext camel;
  private final SourceConfig config;
  private final Outgoing outgoing;

  TrinoClients(
      CamelContext camel, ConnectionSecrets secrets, SourceConfig config, Outgoing outgoing) {
    this.clients =
        new ConnectionClients<>(camel, secrets, DataSource.class, this::source, closed -> {});
    this.camel = camel;
    this.config = config;
    this.outgoing = outgoing;
  }

  /** The name under which the registry holds the connection's data source. */
  String register(Connection connection) {
    return clients.register(connection);
  }

  /** The data source of that name. */
  DataSource of(String name) {
    return camel.getRegistry().lookupByNameAndType(name, DataSource.class);
  }

  private DataSource source(Connection connection, Map<String, String> secret) {
    String url = connection.settings().get("lake.jdbc-url");
    URI coordinator = coordinator(connection);
    Properties properties = properties(connection, secret, coordinator.getScheme().equals("https"));
    return new CheckedTrino(url, properties, coordinator.getHost());
  }

  /**
   * Where the connection's cluster is asked.
   *
   * @throws UnrecoverableException when it may not be, or the setting names none
   */
  URI coordinator(Connection connection) {
    String where = "connection " + connection.id();
    String url = connection.settings().getOrDefault("lake.jdbc-url", "");
    Matcher parts = URL.matcher(url);
    if (!parts.matches()) {
      throw new UnrecoverableException(
          "%s: lake.jdbc-url '%s' should be like jdbc:trino://trino.example.org:8443, without options"
              .formatted(where, url));
    }
    String host = parts.group(1);
    boolean local = List.of("localhost", "127.0.0.1").contains(host);
    String address = (local ? "http://" : "https://") + host + ":" + parts.group(2);
    return OutgoingUrl.check(address, config.trustedHosts().orElse(List.of()), where);
  }

  /** The driver resolves again, by the JVM's cache of names: the address is checked, not pinned. */
  private final class CheckedTrino extends SimpleDriverDataSource {
    private final String host;

    CheckedTrino(String url, Properties properties, String host) {
      super(new TrinoDriver(), url, properties);
      this.host = host;
    }

    @Override
    protected java.sql.Connection getConnectionFromDriver(Properties properties)
        throws SQLException {
      try {
        outgoing.resolve(host, named -> true);
      } catch (UnknownHostException e) {
        throw new SQLException("host " + host + " is not known to the DNS", e);
      }
      return super.getConnectionFromDriver(properties);
    }
  }

  private static Properties properties(
      Connection connection, Map<String, String> secret, boolean tls) {
    Properties properties = new Properties();
    properties.setProperty("user", connection.settings().getOrDefault("lake.user", "offgridflow"));
    properties.setProperty("source", "offgridflow-hub");
    properties.setProperty("SSL", Boolean.toString(tls));
    // A prepared statement would travel in a header, for which a rollup is too long.
    properties.setProperty("explicitPrepare", "false");
    if (secret.containsKey("password")) {
      properties.setProperty("password", secret.get("password"));
    }
    return properties;
  }
}
