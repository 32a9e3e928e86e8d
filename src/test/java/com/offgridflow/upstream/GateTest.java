package com.offgridflow.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.offgridflow.MutableClock;
import com.offgridflow.failure.PostponedException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Time stands still unless a test moves it. */
class GateTest {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final BreakerRules RULES = new BreakerRules(4, 4, 50, Duration.ofMinutes(1), 2);

  private final MutableClock clock = new MutableClock(Instant.parse("2024-09-01T00:00:00Z"));

  private Gate gate(String limits) {
    return new Gate(
        new Upstream("s3", "bills"),
        RequestLimit.parse(limits),
        RULES,
        Duration.ofSeconds(30),
        clock);
  }

  private static void pass(Gate gate, int status) {
    gate.enter();
    gate.answered(status, Optional.empty());
  }

  @Test
  void shouldLetABurstPassAndQueueTheRest() {
    Gate gate = gate("2/PT1S");

    assertThat(gate.enter()).isZero();
    assertThat(gate.enter()).isZero();
    // two a second: the third has to wait half a second, the fourth a whole one
    assertThat(gate.enter()).isEqualTo(Duration.ofMillis(500));
    assertThat(gate.enter()).isEqualTo(SECOND);
  }

  @Test
  void shouldFillUpAgainWithTime() {
    Gate gate = gate("2/PT1S");
    gate.enter();
    gate.enter();

    clock.advance(SECOND);

    assertThat(gate.enter()).isZero();
  }

  @Test
  void shouldKeepToAllOfSeveralLimits() {
    Gate gate = gate("2/PT1S,3/PT1M");
    gate.enter();
    gate.enter();
    clock.advance(SECOND);
    gate.enter();

    // three a minute, one each 20 s, of which one has passed
    assertThat(gate.enter()).isEqualTo(Duration.ofSeconds(19));
  }

  @Test
  void shouldPutOffWhatWouldWaitTooLong() {
    Gate gate = gate("1/PT1H");
    gate.enter();

    assertThatThrownBy(gate::enter)
        .isInstanceOfSatisfying(
            PostponedException.class, p -> assertThat(p.delay()).isEqualTo(Duration.ofHours(1)))
        .hasMessage("s3 (bills) has its limit of requests used up for 3600 s");
  }

  @Test
  void shouldWaitAsLongAsTheUpstreamAsks() {
    Gate gate = gate("100/PT1S");
    gate.enter();
    gate.answered(429, Optional.of(Duration.ofSeconds(20)));

    assertThat(gate.enter()).isEqualTo(Duration.ofSeconds(20));
    gate.answered(429, Optional.of(Duration.ofMinutes(5)));
    assertThatThrownBy(gate::enter).hasMessage("s3 (bills) asks to wait 300 s");
  }

  @Test
  void shouldNotTakeThrottlingForAFailure() {
    Gate gate = gate("100/PT1S");
    for (int i = 0; i < 10; i++) {
      pass(gate, 429);
    }
    assertThat(gate.state()).isEqualTo("CLOSED");
  }

  @Test
  void shouldStopWhenHalfOfTheLastRequestsFailed() {
    Gate gate = gate("100/PT1S");
    pass(gate, 200);
    pass(gate, 403);
    pass(gate, 503);
    gate.enter();
    gate.unanswered();

    assertThatThrownBy(gate::enter)
        .isInstanceOfSatisfying(
            PostponedException.class, p -> assertThat(p.delay()).isEqualTo(Duration.ofMinutes(1)))
        .hasMessageContaining("(last: no answer)");
  }

  @Test
  void shouldGoOnWhenTheProbesSucceed() {
    Gate gate = opened();

    clock.advance(Duration.ofSeconds(61));
    gate.enter();
    assertThat(gate.state()).isEqualTo("HALF_OPEN");
    gate.answered(200, Optional.empty());
    pass(gate, 200);

    assertThat(gate.state()).isEqualTo("CLOSED");
  }

  @Test
  void shouldLetOnlyTheProbesPassWhileHalfOpen() {
    Gate gate = opened();
    clock.advance(Duration.ofSeconds(61));
    gate.enter();
    gate.enter();

    assertThatThrownBy(gate::enter).isInstanceOf(PostponedException.class);
  }

  @Test
  void shouldStopAgainWhenTheProbesFail() {
    Gate gate = opened();
    clock.advance(Duration.ofSeconds(61));
    pass(gate, 503);
    pass(gate, 503);

    assertThat(gate.state()).isEqualTo("OPEN");
  }

  @Test
  void shouldDivideALimitAmongReplicas() {
    assertThat(new RequestLimit(12, SECOND).share(5)).isEqualTo(new RequestLimit(2, SECOND));
    assertThat(new RequestLimit(1, SECOND).share(5)).isEqualTo(new RequestLimit(1, SECOND));
  }

  @Test
  void shouldSayWhatALimitLooksLike() {
    for (String text : new String[] {"12", "12/10", "x/PT1S", "0/PT1S", "1/PT0S", ""}) {
      assertThatIllegalArgumentException().isThrownBy(() -> RequestLimit.parse(text));
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RequestLimit.parse("12 per second"))
        .withMessageContaining("'12 per second'")
        .withMessageContaining("12/PT10S,60/PT1M");
  }

  private Gate opened() {
    Gate gate = gate("100/PT1S");
    for (int i = 0; i < 4; i++) {
      pass(gate, 500);
    }
    assertThat(gate.state()).isEqualTo("OPEN");
    return gate;
  }
}
