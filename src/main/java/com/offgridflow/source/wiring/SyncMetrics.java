package com.offgridflow.source.wiring;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;

/** What syncs fetch and what becomes of it; docs/syncs.md lists the names. */
@ApplicationScoped
public class SyncMetrics {
  private final MeterRegistry registry;

  SyncMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  /**
   * @param transport how it came: {@code s3}, {@code azure}, {@code directory}
   */
  void fetched(String transport, long bytes) {
    registry.counter("hub.source.objects", "transport", transport).increment();
    registry.counter("hub.source.bytes", "transport", transport).increment(bytes);
  }

  /**
   * @param kind of the connection
   * @param outcome {@code taken}, {@code unchanged}, {@code held}, {@code refused} or {@code
   *     failed}
   */
  void delivered(String kind, String outcome, long deliveries) {
    registry.counter("hub.sync.deliveries", "kind", kind, "outcome", outcome).increment(deliveries);
  }
}
