package com.offgridflow.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.offgridflow.report.Theme;
import org.junit.jupiter.api.Test;

class ContrastTest {

  /** Black on white is 21 by definition; #767676 is the lightest grey that passes 4.5 (4.54). */
  @Test
  void shouldKnowTheRatiosThatAreWellKnown() {
    assertThat(Contrast.ratio("#000000", "#ffffff")).isEqualByComparingTo("21");
    assertThat(Contrast.ratio("#ffffff", "#767676")).isEqualByComparingTo("4.54");
    assertThat(Contrast.ratio("#777777", "#FFFFFF")).isEqualByComparingTo("4.47");
    assertThat(Contrast.ratio("#ff0000", "#ffffff")).isEqualByComparingTo("3.99");
    assertThat(Contrast.ratio("#123456", "#123456")).isEqualByComparingTo("1");
  }

  @Test
  void shouldFindTheHubsOwnColoursReadable() {
    assertThat(Contrast.ratio(Theme.HUB.primary(), "#ffffff")).isGreaterThan(Contrast.TEXT);
    assertThat(Contrast.ratio(Theme.HUB.accent(), "#ffffff")).isGreaterThan(Contrast.GRAPHICS);
  }
}
