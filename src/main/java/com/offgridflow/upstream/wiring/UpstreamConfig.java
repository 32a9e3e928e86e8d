package com.offgridflow.upstream.wiring;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How much the hub asks of services that others share with it. */
@ConfigMapping(prefix = "upstream")
public interface UpstreamConfig {
  /**
   * Limits by provider, like {@code 12/PT10S,60/PT1M}; those of {@code default} hold for all
   * others.
   */
  Map<String, String> limits();

  /** How many replicas share the limits; each takes its part. */
  @WithDefault("1")
  int replicas();

  /** The longest wait that a job sits out; a longer one is left to its next attempt. */
  @WithDefault("PT1M")
  Duration patience();

  /**
   * Networks, like {@code 10.20.0.0/16}, in which hosts may be that the administrator lists, and
   * private endpoints of cloud providers; nothing else outside of the open internet is called.
   */
  Optional<List<String>> privateNetworks();

  Breaker breaker();

  /** When requests to an upstream are stopped. */
  interface Breaker {
    /** How many of the last requests are looked at. */
    @WithDefault("20")
    int calls();

    /** How many there must have been. */
    @WithDefault("10")
    int least();

    /** At this part of failed ones nothing is sent any more. */
    @WithDefault("50")
    int failedPercent();

    /** How long nothing is sent. */
    @WithDefault("PT1M")
    Duration open();

    /** How many requests then decide whether it goes on. */
    @WithDefault("2")
    int probes();
  }
}
