package com.offgridflow.rate.wiring;

import com.offgridflow.source.wiring.ImportLimits;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Settings of the import of rates. */
@ConfigMapping(prefix = "rate")
public interface RateConfig {
  /**
   * Where jobs take exchange rates from: a URL at a trusted host, or a file or directory that may
   * be read. It is no tenant's to say, because the rates are everybody's.
   */
  Optional<String> exchangeRates();

  /** Largest file, packed or not; the ECB's whole history has 4 million bytes. */
  @WithDefault("50000000")
  int maxBytes();

  /** Longest time for fetching a file. */
  @WithDefault("PT1M")
  Duration fetchTimeout();

  /** Both of these. */
  default ImportLimits limits() {
    return new ImportLimits("rate", maxBytes(), fetchTimeout());
  }
}
