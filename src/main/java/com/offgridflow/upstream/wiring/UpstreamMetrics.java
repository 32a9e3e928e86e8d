package com.offgridflow.upstream.wiring;

import com.offgridflow.upstream.Gate;
import com.offgridflow.upstream.Upstream;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;

/** What the hub asks of its upstreams and how they answer; docs/syncs.md lists the names. */
@ApplicationScoped
public class UpstreamMetrics {
  private static final List<String> STATES = List.of("CLOSED", "HALF_OPEN", "OPEN");

  private final MeterRegistry registry;

  UpstreamMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  void watch(Gate gate) {
    Gauge.builder("hub.upstream.breaker", gate, g -> STATES.indexOf(g.state()))
        .description("circuit breaker: 0 closed, 1 half open, 2 open")
        .tags(tags(gate.upstream()))
        .strongReference(true)
        .register(registry);
  }

  void waited(Upstream upstream, Duration wait) {
    if (wait.toMillis() > 0) {
      registry.timer("hub.upstream.waits", tags(upstream)).record(wait);
    }
  }

  void postponed(Upstream upstream) {
    count("hub.upstream.postponed", tags(upstream));
  }

  void retried(Upstream upstream) {
    count("hub.upstream.retries", tags(upstream));
  }

  void answered(Upstream upstream, int status) {
    String outcome = status == 429 ? "throttled" : status / 100 + "xx";
    count("hub.upstream.requests", tags(upstream).and("outcome", outcome));
  }

  void unanswered(Upstream upstream) {
    count("hub.upstream.requests", tags(upstream).and("outcome", "no-answer"));
  }

  private void count(String name, Tags tags) {
    registry.counter(name, tags).increment();
  }

  private static Tags tags(Upstream upstream) {
    return Tags.of("provider", upstream.provider(), "account", upstream.account());
  }
}
