package com.offgridflow.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** RFC 9110, section 10.2.3, has both forms: a date, and {@code 120} for two minutes. */
class RetryAfterTest {
  private static final Instant NOW = Instant.parse("1999-12-31T23:58:59Z");

  private static Object wait(String header, String... values) {
    return RetryAfter.of(Map.of(header, List.of(values)), NOW).orElse(Duration.ZERO);
  }

  @Test
  void shouldReadSeconds() {
    assertThat(wait("Retry-After", "120")).isEqualTo(Duration.ofMinutes(2));
  }

  @Test
  void shouldReadADate() {
    assertThat(wait("retry-after", "Fri, 31 Dec 1999 23:59:59 GMT"))
        .isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void shouldReadTheLimitsOfCostManagement() {
    assertThat(wait("x-ms-ratelimit-microsoft.costmanagement-qpu-retry-after", "7"))
        .isEqualTo(Duration.ofSeconds(7));
  }

  @Test
  void shouldTakeTheLongest() {
    assertThat(wait("Retry-After", "3", "20")).isEqualTo(Duration.ofSeconds(20));
  }

  @Test
  void shouldNotWaitForThePastNorForWhatIsNoTime() {
    assertThat(wait("Retry-After", "Fri, 31 Dec 1999 23:00:00 GMT")).isEqualTo(Duration.ZERO);
    assertThat(wait("Retry-After", "soon")).isEqualTo(Duration.ZERO);
    assertThat(wait("Date", "120")).isEqualTo(Duration.ZERO);
  }
}
