package com.offgridflow.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RejectionTest {
  /**
   * PostgreSQL takes neither in a text, and what cannot be written down would stop a whole sync.
   */
  @ParameterizedTest
  @ValueSource(strings = {"\0", "\ud83d"})
  void shouldHoldNothingThatCannotBeStored(String unstorable) {
    String text = "a" + unstorable + "b";

    Rejection rejection = new Rejection(text, text, text, text, "INVALID_FIELD", text, text);

    assertThat(rejection)
        .isEqualTo(
            new Rejection(
                "a\ufffdb",
                "a\ufffdb",
                "a\ufffdb",
                "a\ufffdb",
                "INVALID_FIELD",
                "a\ufffdb",
                "a\ufffdb"));
    assertThat(rejection.toString()).doesNotContain(unstorable);
  }
}
