package com.offgridflow.wiring;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Settings of the hub as a whole, as given with {@code -Dhub.…} or found at start. */
@ConfigMapping(prefix = "hub")
public interface HubConfig {
  /** Where everything rests that the hub keeps on its own disk. */
  @WithDefault("data")
  Path data();

  /** Where results are written. */
  @WithDefault("out")
  Path out();

  /** Whether to start with an empty data directory. */
  @WithDefault("false")
  boolean clean();

  /** Whether to stop when the demo's cycle is done. */
  @WithDefault("false")
  boolean exit();

  /** Key that the secrets of connections are encrypted with, 64 hex digits. */
  Optional<String> secretKey();

  /** Whether the database is the hub's own, so that nobody else can hold a lease in it. */
  @WithDefault("false")
  boolean embeddedDatabase();

  Demo demo();

  /** The demo. */
  interface Demo {
    /** Whether to run the demo's cycle at start. */
    @WithDefault("false")
    boolean enabled();

    /** A directory of the user's own exports, instead of the bundled ones. */
    Optional<Path> input();

    /** Longest time for one stage of the cycle. */
    @WithDefault("PT30M")
    Duration patience();
  }
}
