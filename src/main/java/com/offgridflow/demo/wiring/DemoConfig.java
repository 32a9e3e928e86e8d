package com.offgridflow.demo.wiring;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Settings of the demo, as given with {@code -Dhub.demo.…} and {@code -Dhub.exit}. */
@ConfigMapping(prefix = "hub")
public interface DemoConfig {
  /** Whether to stop when the cycle is done. */
  @WithDefault("false")
  boolean exit();

  /** Where results are written. */
  @WithDefault("out")
  Path out();

  Demo demo();

  /** The demo's own settings. */
  interface Demo {
    /** Whether to run the demo's cycle at start. */
    @WithDefault("false")
    boolean enabled();

    /** A directory of the user's own exports, instead of the bundled ones. */
    Optional<Path> input();

    /** Longest time for the cycle. */
    @WithDefault("PT30M")
    Duration patience();
  }
}
