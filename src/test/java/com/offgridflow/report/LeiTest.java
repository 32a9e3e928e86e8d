package com.offgridflow.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeiTest {

  /** LEIs as published: Deutsche Bank AG, Apple Inc., and GLEIF itself. */
  @ParameterizedTest
  @ValueSource(strings = {"7LTWFZYICNSX8D621K86", "HWUPKR0MPOU8FGXBT394", "506700GE1G29325QX363"})
  void shouldAcceptPublishedIdentifiers(String code) {
    assertThat(new Lei(code)).hasToString(code);
  }

  @Test
  void shouldRejectSwappedLettersAndNameTheRightEnding() {
    assertThatThrownBy(() -> new Lei("7LTWFZYICNXS8D621K86"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("7LTWFZYICNXS8D621K86")
        .hasMessageContaining("would end in");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "7LTWFZYICNSX8D621K8", "7ltwfzyicnsx8d621k86", "7LTWFZYICNSX8D621KA6"})
  void shouldRejectWrongForms(String code) {
    assertThatThrownBy(() -> new Lei(code))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'" + code + "'");
  }
}
