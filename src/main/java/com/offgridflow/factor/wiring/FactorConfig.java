package com.offgridflow.factor.wiring;

import com.offgridflow.source.wiring.ImportLimits;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/** Settings of the administration of factors. */
@ConfigMapping(prefix = "factor")
public interface FactorConfig {
  /** Below it each tenant has a folder of its id, where tables are dropped. */
  Path drop();

  /** Largest table that is taken in. */
  @WithDefault("20000000")
  int maxBytes();

  /** Longest time for fetching a table. */
  @WithDefault("PT2M")
  Duration fetchTimeout();

  /** Both of these. */
  default ImportLimits limits() {
    return new ImportLimits("factor", maxBytes(), fetchTimeout());
  }
}
