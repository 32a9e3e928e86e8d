package com.offgridflow.upstream.wiring;

import com.offgridflow.failure.PostponedException;
import com.offgridflow.upstream.BreakerRules;
import com.offgridflow.upstream.Gate;
import com.offgridflow.upstream.RequestLimit;
import com.offgridflow.upstream.RetryAfter;
import com.offgridflow.upstream.Upstream;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The gates of all upstreams of this replica. A request enters by {@link #enter} or {@link #pass},
 * and then says by {@link #answered} or {@link #unanswered} what came of it.
 */
@ApplicationScoped
public class Upstreams {
  private static final String OTHERS = "default";

  private final Map<Upstream, Gate> gates = new ConcurrentHashMap<>();
  private final UpstreamConfig config;
  private final UpstreamMetrics metrics;
  private final Clock clock;

  Upstreams(UpstreamConfig config, UpstreamMetrics metrics, Clock clock) {
    this.config = config;
    this.metrics = metrics;
    this.clock = clock;
    config.limits().values().forEach(RequestLimit::parse);
  }

  /**
   * @return how long to wait before sending
   * @throws PostponedException when the job had better come back later
   */
  public Duration enter(Upstream upstream) {
    try {
      Duration wait = gate(upstream).enter();
      metrics.waited(upstream, wait);
      return wait;
    } catch (PostponedException e) {
      metrics.postponed(upstream);
      throw e;
    }
  }

  /**
   * Waits until a request may be sent.
   *
   * @throws PostponedException when the job had better come back later
   * @throws IOException when the thread is interrupted
   */
  public void pass(Upstream upstream) throws IOException {
    Duration wait = enter(upstream);
    try {
      sleep(wait, upstream);
    } catch (IOException e) {
      gate(upstream).leave();
      throw e;
    }
  }

  /**
   * Sits out a wait.
   *
   * @throws IOException when the thread is interrupted
   */
  public static void sleep(Duration wait, Upstream upstream) throws IOException {
    try {
      Thread.sleep(wait.toMillis(), wait.toNanosPart() % 1_000_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while waiting for " + upstream, e);
    }
  }

  /** An answer has come, whatever it says. */
  public void answered(Upstream upstream, int status, Map<String, List<String>> headers) {
    gate(upstream).answered(status, RetryAfter.of(headers, clock.instant()));
    metrics.answered(upstream, status);
  }

  /** Whether the answer says itself how long to wait; the gate is closed for so long. */
  boolean asksToWait(Map<String, List<String>> headers) {
    return RetryAfter.of(headers, clock.instant()).isPresent();
  }

  /** No answer has come. */
  public void unanswered(Upstream upstream) {
    gate(upstream).unanswered();
    metrics.unanswered(upstream);
  }

  /** A request is sent once more. */
  public void retried(Upstream upstream) {
    metrics.retried(upstream);
  }

  private Gate gate(Upstream upstream) {
    return gates.computeIfAbsent(upstream, this::open);
  }

  private Gate open(Upstream upstream) {
    String usual = config.limits().get(OTHERS);
    List<RequestLimit> limits =
        RequestLimit.parse(config.limits().getOrDefault(upstream.provider(), usual)).stream()
            .map(limit -> limit.share(config.replicas()))
            .toList();
    UpstreamConfig.Breaker b = config.breaker();
    BreakerRules rules =
        new BreakerRules(b.calls(), b.least(), b.failedPercent(), b.open(), b.probes());
    Gate gate = new Gate(upstream, limits, rules, config.patience(), clock);
    metrics.watch(gate);
    return gate;
  }
}
