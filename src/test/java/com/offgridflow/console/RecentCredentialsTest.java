package com.offgridflow.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.offgridflow.MutableClock;
import java.security.SecureRandom;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RecentCredentialsTest {
  private final MutableClock clock = new MutableClock();
  private final RecentCredentials recent = new RecentCredentials(new SecureRandom(), clock);

  @Test
  void shouldKnowWhatWasRightAMomentAgo() {
    recent.remember("admin", "secret");
    assertThat(recent.know("admin", "secret")).isTrue();
    assertThat(recent.know("admin", "Secret")).isFalse();
    assertThat(recent.know("admins", "ecret")).isFalse();
  }

  @Test
  void shouldForgetAfterFiveMinutes() {
    recent.remember("admin", "secret");
    clock.advance(Duration.ofMinutes(5));
    assertThat(recent.know("admin", "secret")).isFalse();
  }
}
