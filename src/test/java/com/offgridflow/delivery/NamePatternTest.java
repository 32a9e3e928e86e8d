package com.offgridflow.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamePatternTest {
  @Test
  void shouldFillItsPlaces() {
    NamePattern names = new NamePattern("reports/{tenant}/{start}/{report}{suffix}");

    assertThat(
            names.fill(
                Map.of(
                    "tenant", "acme", "start", "2024-01-01", "report", "0a1b", "suffix", ".pdf")))
        .isEqualTo("reports/acme/2024-01-01/0a1b.pdf");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../{report}{suffix}",
        "/etc/{report}{suffix}",
        "a/../{report}{suffix}",
        "a//{report}{suffix}",
        ".hidden/{report}{suffix}",
        "a b/{report}{suffix}",
        "{report}",
        "{tenant}{suffix}",
        "{report}{suffix}.txt",
        "{month}/{report}{suffix}",
        "${report}{suffix}",
        "{{report}}{suffix}"
      })
  void shouldRefuseNamesThatLeadElsewhereOrMeet(String text) {
    assertThatThrownBy(() -> new NamePattern(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'" + text + "'");
  }
}
