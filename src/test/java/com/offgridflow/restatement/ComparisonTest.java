package com.offgridflow.restatement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ComparisonTest {
  private static final Figure BEFORE = figure("a", 1, "1000", "329.65", "AR6", "ember-2026:DE");

  @Test
  void shouldHaveNoLineForAFigureThatIsTheSame() {
    Figure again = figure("a", 2, "1000.0", "329.650", "AR6", "ember-2026:DE");

    assertThat(Comparison.of(List.of(BEFORE), List.of(again))).isEmpty();
  }

  /** 1000 kWh at 0.32965 kg are 329.65 kg, at 0.4 kg they are 400: 70.35 kg more. */
  @Test
  void shouldNameTheFactorsThatChanged() {
    Figure after = figure("a", 2, "1000", "400", "AR6", "own:DE");

    List<Line> lines = Comparison.of(List.of(BEFORE), List.of(after));

    assertThat(lines).hasSize(1);
    assertThat(lines.get(0).causes()).containsExactly(Cause.FACTOR);
    assertThat(lines.get(0).detail()).isEqualTo("ember-2026:DE -> own:DE");
    assertThat(lines.get(0).difference()).isEqualByComparingTo("70.35");
  }

  @Test
  void shouldNameTheSetOfWarmingPotentials() {
    Figure after = figure("a", 2, "1000", "329.65", "AR5", "ember-2026:DE");

    Line line = Comparison.of(List.of(BEFORE), List.of(after)).get(0);

    assertThat(line.causes()).containsExactly(Cause.GWP_SET);
    assertThat(line.detail()).isEqualTo("AR6 -> AR5");
  }

  @Test
  void shouldNameEveryCause() {
    Figure after = figure("a", 2, "900", "360", "AR5", "own:DE");

    assertThat(Comparison.of(List.of(BEFORE), List.of(after)).get(0).causes())
        .containsExactly(Cause.ACTIVITY, Cause.GWP_SET, Cause.FACTOR);
  }

  @Test
  void shouldNoticeAFactorThatWasCorrectedUnderItsOwnId() {
    Figure after = figure("a", 2, "1000", "330", "AR6", "ember-2026:DE");

    Line line = Comparison.of(List.of(BEFORE), List.of(after)).get(0);

    assertThat(line.causes()).containsExactly(Cause.FACTOR);
    assertThat(line.detail()).isEqualTo("another value of ember-2026:DE");
  }

  @Test
  void shouldNoticeThatAnotherMethodCounts() {
    Figure beside =
        new Figure(
            BEFORE.key(),
            2,
            BEFORE.quantity(),
            "kWh",
            BEFORE.kgCo2e(),
            Map.of(),
            false,
            "AR6",
            BEFORE.method(),
            BEFORE.factorIds());

    assertThat(Comparison.of(List.of(BEFORE), List.of(beside)).get(0).causes())
        .containsExactly(Cause.METHOD);
  }

  @Test
  void shouldSayWhatCameAndWhatWent() {
    Figure other = figure("b", 3, "10", "4", "AR6", "ember-2026:DE");

    List<Line> lines = Comparison.of(List.of(BEFORE), List.of(other));

    assertThat(lines)
        .extracting(line -> line.causes().get(0))
        .containsExactly(Cause.REMOVED, Cause.ADDED);
    assertThat(lines.get(0).difference()).isEqualByComparingTo("-329.65");
    assertThat(lines.get(1).difference()).isEqualByComparingTo("4");
  }

  @Test
  void shouldNotCompareWithTwoFiguresInForce() {
    assertThatThrownBy(() -> Comparison.of(List.of(BEFORE, BEFORE), List.of()))
        .hasMessageContaining("two figures in force")
        .hasMessageContaining("bills a");
  }

  private static Figure figure(
      String key, long id, String quantity, String kg, String gwpSet, String factor) {
    return new Figure(
        new FigureKey("bills " + key, "use", "location-based", LocalDate.of(2025, 1, 1)),
        id,
        new BigDecimal(quantity),
        "kWh",
        new BigDecimal(kg),
        Map.of(),
        true,
        gwpSet,
        "kg = kWh × grid intensity",
        List.of(factor));
  }
}
