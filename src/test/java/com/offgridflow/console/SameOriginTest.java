package com.offgridflow.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SameOriginTest {
  @ParameterizedTest
  @CsvSource({
    "http://localhost:8080, localhost:8080",
    "https://hub.example, hub.example",
    "https://hub.example, HUB.example",
  })
  void shouldHoldForPagesOfTheSameHost(String origin, String host) {
    assertThat(SameOrigin.holds(origin, host)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "http://localhost:3000, localhost:8080",
    "https://evil.example, hub.example",
    "https://hub.example.evil.example, hub.example",
    "https://hub.example@evil.example, hub.example",
    "null, hub.example",
    ", hub.example",
    "file://hub.example, hub.example",
    "https://hub.example:80 80, hub.example",
  })
  void shouldNotHoldForOtherPages(String origin, String host) {
    assertThat(SameOrigin.holds(origin, host)).isFalse();
  }
}
