package com.offgridflow.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Hebrew letters in the order in which Unicode writes them down, alef U+05D0 to gimel U+05D2. */
class VisualTextTest {
  private static final String ABG = "\u05d0\u05d1\u05d2";
  private static final String GBA = "\u05d2\u05d1\u05d0";

  @Test
  void shouldLeaveTextAsItIsThatRunsToTheRight() {
    assertThat(VisualText.of("Hamburg (3)")).isEqualTo("Hamburg (3)");
  }

  @Test
  void shouldTurnWhatRunsToTheLeftWithinALine() {
    assertThat(VisualText.of("Site " + ABG + " 3")).isEqualTo("Site 3 " + GBA);
    assertThat(VisualText.of("a " + ABG + " b")).isEqualTo("a " + GBA + " b");
  }

  /** Numbers run to the right in Hebrew too, and brackets still enclose. */
  @Test
  void shouldKeepNumbersAndBracketsOfALineThatRunsToTheLeft() {
    assertThat(VisualText.of(ABG + " (12)")).isEqualTo("(12) " + GBA);
  }

  @Test
  void shouldDrawNoBoxesForControlsAndObeyNoOverrides() {
    assertThat(VisualText.of("line\r\nbreak\there")).isEqualTo("line break here");
    assertThat(VisualText.of("a\u200eb")).isEqualTo("ab");
  }
}
