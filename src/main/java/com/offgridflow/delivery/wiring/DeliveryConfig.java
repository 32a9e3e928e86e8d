package com.offgridflow.delivery.wiring;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Settings of the deliveries. */
@ConfigMapping(prefix = "delivery")
public interface DeliveryConfig {
  /** Directories below which targets may write; a target elsewhere is refused. */
  Optional<List<Path>> directories();

  /**
   * Hosts of targets that are in networks of {@code upstream.private-networks}, or on this machine,
   * where http will do. Hosts of the open internet need not be listed, except as endpoint of S3,
   * Azure or Google.
   */
  Optional<List<String>> trustedHosts();

  /** Address that people reach the hub at; without it there are no links. */
  Optional<URI> baseUrl();

  /**
   * Keys of the links, {@code <name>:<64 hex digits>}; the first signs, all verify. Without them
   * one is derived from {@code hub.secret-key}.
   */
  Optional<List<String>> linkKeys();

  /** How long a link opens a report. */
  @WithDefault("P14D")
  Duration linkValidity();
}
