package com.offgridflow.rate.wiring;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the import of rates. */
@ConfigMapping(prefix = "rate")
public interface RateConfig {
  /** Largest file, packed or not; the ECB's whole history has 4 million bytes. */
  @WithDefault("50000000")
  int maxBytes();

  /** Longest time for fetching a file. */
  @WithDefault("PT1M")
  Duration fetchTimeout();
}
