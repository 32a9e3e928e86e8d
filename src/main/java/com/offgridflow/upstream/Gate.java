package com.offgridflow.upstream;

import com.offgridflow.failure.PostponedException;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.local.LocalBucketBuilder;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * What every request to one upstream passes: a token bucket, the wait that the upstream itself asks
 * for, and a circuit breaker. 429 closes the gate for as long as it asks, and is no failure of the
 * upstream; an answer of 500 and above, and no answer, are.
 */
public final class Gate {
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int SERVER_ERROR = 500;

  private final Upstream upstream;
  private final Duration patience;
  private final Duration openFor;
  private final Clock clock;
  private final Bucket bucket;
  private final CircuitBreaker breaker;
  private volatile Instant notBefore = Instant.MIN;
  private volatile String lastFailure = "";

  /**
   * @param patience the longest wait that is sat out here
   */
  public Gate(
      Upstream upstream,
      List<RequestLimit> limits,
      BreakerRules rules,
      Duration patience,
      Clock clock) {
    this.upstream = upstream;
    this.patience = patience;
    this.openFor = rules.open();
    this.clock = clock;
    this.bucket = bucket(limits, clock);
    this.breaker = CircuitBreaker.of(upstream.toString(), breaker(rules, clock));
  }

  private static Bucket bucket(List<RequestLimit> limits, Clock clock) {
    LocalBucketBuilder builder = Bucket.builder().withCustomTimePrecision(new ByClock(clock));
    for (RequestLimit limit : limits) {
      builder.addLimit(
          band -> band.capacity(limit.requests()).refillGreedy(limit.requests(), limit.per()));
    }
    return builder.build();
  }

  /** A probe whose answer never comes must not keep the breaker half open for ever. */
  private static CircuitBreakerConfig breaker(BreakerRules rules, Clock clock) {
    return CircuitBreakerConfig.custom()
        .slidingWindowType(SlidingWindowType.COUNT_BASED)
        .slidingWindowSize(rules.calls())
        .minimumNumberOfCalls(rules.least())
        .failureRateThreshold(rules.failedPercent())
        .waitDurationInOpenState(rules.open())
        .permittedNumberOfCallsInHalfOpenState(rules.probes())
        .maxWaitDurationInHalfOpenState(rules.open())
        .clock(clock)
        .build();
  }

  public Upstream upstream() {
    return upstream;
  }

  /**
   * Takes a place in the queue.
   *
   * @return how long to wait before sending; then an answer or its absence has to be told
   * @throws PostponedException when that would be longer than the patience, or the breaker is open
   */
  public Duration enter() {
    Duration asked = Duration.between(clock.instant(), latest(notBefore, clock.instant()));
    Duration full = Duration.ofNanos(bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill());
    Duration wait = asked.compareTo(full) > 0 ? asked : full;
    if (wait.compareTo(patience) > 0) {
      String why = asked.equals(wait) ? "asks to wait " : "has its limit of requests used up for ";
      throw new PostponedException(upstream + " " + why + seconds(wait), wait);
    }
    if (!breaker.tryAcquirePermission()) {
      throw new PostponedException(
          "%s is not asked for now, too many requests in a row failed (last: %s)"
              .formatted(upstream, lastFailure),
          openFor);
    }
    Duration queued = Duration.ofNanos(bucket.consumeIgnoringRateLimits(1));
    return queued.compareTo(asked) > 0 ? queued : asked;
  }

  private static Instant latest(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static String seconds(Duration wait) {
    return wait.plusMillis(999).toSeconds() + " s";
  }

  /**
   * The upstream has answered.
   *
   * @param retryAfter how long it asks to wait, if it does
   */
  public void answered(int status, Optional<Duration> retryAfter) {
    retryAfter.ifPresent(this::closeFor);
    if (status >= SERVER_ERROR) {
      fail("status " + status);
    } else if (status == TOO_MANY_REQUESTS) {
      breaker.releasePermission();
    } else {
      breaker.onSuccess(0, TimeUnit.MILLISECONDS);
    }
  }

  /** Nothing was sent after all. */
  public void leave() {
    breaker.releasePermission();
  }

  /** The upstream has not answered. */
  public void unanswered() {
    fail("no answer");
  }

  private void fail(String how) {
    lastFailure = how;
    breaker.onError(0, TimeUnit.MILLISECONDS, new IllegalStateException(how));
  }

  private void closeFor(Duration wait) {
    notBefore = latest(notBefore, clock.instant().plus(wait));
  }

  /** Closed, half open or open, as Resilience4j names it. */
  public String state() {
    return breaker.getState().name();
  }

  /** The bucket refills by the same clock as everything else. */
  private record ByClock(Clock clock) implements TimeMeter {
    @Override
    public long currentTimeNanos() {
      Instant now = clock.instant();
      return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
    }

    @Override
    public boolean isWallClockBased() {
      return true;
    }
  }
}
