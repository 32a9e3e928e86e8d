package com.offgridflow.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScaleTest {

  /** 5 steps to 43 are at least 8.6 each, the next round step is 10. */
  @Test
  void shouldStepInRoundNumbers() {
    Scale scale = scale("0", "43");

    assertThat(scale.step()).isEqualByComparingTo("10");
    assertThat(scale.steps()).isEqualTo(5);
    assertThat(scale.line(5)).isEqualByComparingTo("50");
    assertThat(scale.place(new BigDecimal("25"))).isEqualTo(0.5);
  }

  @Test
  void shouldReachBelowZeroForNegativeValues() {
    Scale scale = scale("-12", "30");

    assertThat(scale.line(0)).isEqualByComparingTo("-20");
    assertThat(scale.line(scale.steps())).isEqualByComparingTo("30");
  }

  @Test
  void shouldHoldValuesOfAnySize() {
    assertThat(scale("0", "0.0000043").step()).isEqualByComparingTo("0.000001");
    assertThat(scale("0", "98765432109876").step()).isEqualByComparingTo("20000000000000");
  }

  /** 0, 0.5, 1 and 1.5 beside each other would not line up. */
  @Test
  void shouldWriteAllLinesWithTheDigitsOfTheStep() {
    assertThat(lines(scale("0", "2.3"))).containsExactly("0.0", "0.5", "1.0", "1.5", "2.0", "2.5");
    assertThat(lines(scale("0", "0.0000043")))
        .startsWith("0.000000", "0.000001")
        .endsWith("0.000005");
    assertThat(lines(scale("0", "43"))).containsExactly("0", "10", "20", "30", "40", "50");
  }

  private static List<String> lines(Scale scale) {
    return IntStream.rangeClosed(0, scale.steps())
        .mapToObj(line -> scale.line(line).toPlainString())
        .toList();
  }

  @Test
  void shouldHaveOneStepWhereAllIsZero() {
    assertThat(scale("0", "0").steps()).isEqualTo(1);
  }

  private static Scale scale(String least, String greatest) {
    return Scale.of(new BigDecimal(least), new BigDecimal(greatest));
  }
}
