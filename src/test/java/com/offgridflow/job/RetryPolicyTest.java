package com.offgridflow.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.offgridflow.failure.PostponedException;
import com.offgridflow.failure.UnrecoverableException;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryPolicyTest {
  private final RetryPolicy policy = new RetryPolicy(8);

  @ParameterizedTest
  @CsvSource({"1,1", "2,2", "3,4", "4,8", "5,16", "6,30", "7,30", "100,30"})
  void shouldDoubleTheDelayFromOneMinuteUpToThirty(int attempt, long minutes) {
    assertThat(RetryPolicy.delay(attempt)).isEqualTo(Duration.ofMinutes(minutes));
  }

  @Test
  void shouldRetryWhatMayPass() {
    Settlement settlement = policy.settle(new IOException("connection reset"), 2);
    assertThat(settlement)
        .isEqualTo(new Settlement.Retry(Duration.ofMinutes(2), "connection reset"));
  }

  @Test
  void shouldWaitAsLongAsItIsPutOffAndCountNoAttempt() {
    Throwable failure =
        new RuntimeException(new PostponedException("s3 (bills) is busy", Duration.ofSeconds(90)));

    Settlement settlement = policy.settle(failure, 8);

    assertThat(settlement).isInstanceOf(Settlement.Postponed.class);
    Settlement.Postponed postponed = (Settlement.Postponed) settlement;
    assertThat(postponed.delay()).isEqualTo(Duration.ofSeconds(90));
    assertThat(postponed.cause()).contains("s3 (bills) is busy");
  }

  @Test
  void shouldParkWhatGaveUp() {
    Settlement settlement = policy.settle(new IOException("connection reset"), 8);
    assertThat(((Settlement.Parked) settlement).cause())
        .isEqualTo("gave up after 8 attempts: connection reset");
  }

  @Test
  void shouldParkBadInputAtOnceWithItsMessage() {
    Throwable failure =
        new RuntimeException("wrapped", new UnrecoverableException("no such bucket"));
    assertThat(((Settlement.Parked) policy.settle(failure, 1)).cause())
        .isEqualTo("wrapped; because no such bucket");
  }

  @Test
  void shouldParkABugWithItsStack() {
    Throwable failure = new RuntimeException(new NullPointerException("oops"));
    assertThat(((Settlement.Parked) policy.settle(failure, 1)).cause())
        .contains("NullPointerException: oops", "RetryPolicyTest.java");
  }

  @Test
  void shouldRejectZeroAttempts() {
    assertThatThrownBy(() -> new RetryPolicy(0)).hasMessageContaining("not 0");
  }
}
