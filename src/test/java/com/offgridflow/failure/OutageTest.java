package com.offgridflow.failure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OutageTest {
  private final Outage outage = new Outage();

  @Test
  void shouldBeginWithTheFirstFailureAlone() {
    assertThat(outage.begins()).isTrue();
    assertThat(outage.begins()).isFalse();
  }

  @Test
  void shouldEndOnceAndOnlyWhenItHadBegun() {
    assertThat(outage.ends()).isFalse();
    outage.begins();
    assertThat(outage.ends()).isTrue();
    assertThat(outage.ends()).isFalse();
  }

  @Test
  void shouldBeginAnew() {
    outage.begins();
    outage.ends();

    assertThat(outage.begins()).isTrue();
  }
}
