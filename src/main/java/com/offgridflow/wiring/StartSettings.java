package com.offgridflow.wiring;

import com.offgridflow.database.wiring.StartException;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.SysPropConfigSource;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * What has to be known before Quarkus starts and can be asked, read from where Quarkus reads it:
 * the command line, the environment, {@code config/application.properties}.
 */
public final class StartSettings {
  private static final Path FILE = Path.of("config", "application.properties");
  private static final String PORT = "quarkus.http.port";

  private final SmallRyeConfig config;

  private StartSettings(SmallRyeConfig config) {
    this.config = config;
  }

  /**
   * @throws StartException when the file cannot be read
   */
  public static StartSettings read() {
    return of(new SysPropConfigSource(), System.getenv());
  }

  static StartSettings of(ConfigSource commandLine, Map<String, String> environment) {
    SmallRyeConfigBuilder builder =
        new SmallRyeConfigBuilder()
            .addDefaultInterceptors()
            .withSources(commandLine, new EnvConfigSource(environment, 300));
    try {
      if (Files.exists(FILE)) {
        builder.withSources(new PropertiesConfigSource(FILE.toUri().toURL(), 260));
      }
    } catch (IOException e) {
      throw new StartException("cannot read " + FILE.toAbsolutePath() + ": " + e.getMessage(), e);
    }
    return new StartSettings(builder.build());
  }

  /** Where everything rests that the hub keeps on its own disk. */
  public Path data() {
    return Path.of(text("hub.data").orElse("data"));
  }

  /** Where results are written. */
  public Path out() {
    return Path.of(text("hub.out").orElse("out"));
  }

  /** Whether to throw away what the data directory holds. */
  boolean clean() {
    return value("hub.clean", Boolean.class, "true or false").orElse(false);
  }

  /** Whether the demo's profile was asked for. */
  boolean demo() {
    return text("quarkus.profile").filter("demo"::equals).isPresent();
  }

  /** A directory of the user's own exports, instead of the demo's. */
  public Optional<String> input() {
    return text("hub.demo.input");
  }

  /** Whether a port was asked for, so that no other is to be taken in its place. */
  public boolean namesPort() {
    return port().isPresent();
  }

  /**
   * @throws StartException when the port is none, or another program has it
   */
  void requirePort() {
    int port = port().orElse(demo() ? 0 : 8080);
    if (port < 0 || port > 65535) {
      throw wrong(PORT, Integer.toString(port), "from 0 to 65535, 0 being any that is free");
    }
    if (!free(port)) {
      throw new StartException(
          "port %d is taken by another program; stop that one, or choose another port with HUB_PORT"
              .formatted(port));
    }
  }

  /** Whether nobody listens at the port where the hub is to. */
  public boolean free(int port) {
    Optional<String> host = text("quarkus.http.host");
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(
          host.map(name -> new InetSocketAddress(name, port)).orElse(new InetSocketAddress(port)));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private Optional<Integer> port() {
    String wanted = "a number of a port such as 8080";
    Optional<Integer> port = value(PORT, Integer.class, wanted);
    return port.isPresent() ? port : value("HUB_PORT", Integer.class, wanted);
  }

  private Optional<String> text(String key) {
    return config.getOptionalValue(key, String.class);
  }

  private <T> Optional<T> value(String key, Class<T> type, String wanted) {
    try {
      return config.getOptionalValue(key, type);
    } catch (IllegalArgumentException e) {
      throw wrong(key, config.getRawValue(key), wanted);
    }
  }

  private static StartException wrong(String key, String value, String wanted) {
    return new StartException("%s is '%s'; it should be %s".formatted(key, value, wanted));
  }
}
