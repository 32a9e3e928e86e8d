package com.offgridflow.report.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.offgridflow.report.chart.Bars.Bar;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TreemapTest {
  private static final Pattern BOX =
      Pattern.compile("<rect x='([\\d.]+)' y='([\\d.]+)' width='([\\d.]+)' height='([\\d.]+)'");

  /** Each side is drawn 0.35 mm smaller at both ends, so that the areas stand apart. */
  private static final double GAPS = 0.7;

  private record Box(double x, double y, double width, double height) {
    double area() {
      return (width + GAPS) * (height + GAPS);
    }

    boolean overlaps(Box other) {
      return x < other.x + other.width
          && other.x < x + width
          && y < other.y + other.height
          && other.y < y + height;
    }
  }

  private static List<Box> boxes(String... values) {
    List<Bar> parts =
        List.of(values).stream()
            .map(value -> new Bar("Purchased goods " + value, new BigDecimal(value), value))
            .toList();
    return BOX.matcher(Treemap.draw(parts, "#1f4e5f", "in words").shapes())
        .results()
        .map(TreemapTest::box)
        .toList();
  }

  private static Box box(MatchResult found) {
    return new Box(
        Double.parseDouble(found.group(1)),
        Double.parseDouble(found.group(2)),
        Double.parseDouble(found.group(3)),
        Double.parseDouble(found.group(4)));
  }

  /** Of 170 mm × 44 mm = 7480 mm², shares of 6, 6, 4, 3, 2, 2 and 1 in 24. */
  @Test
  void shouldGiveEachPartTheAreaOfItsShare() {
    List<Box> boxes = boxes("6", "6", "4", "3", "2", "2", "1");

    double[] shares = {6, 6, 4, 3, 2, 2, 1};
    for (int i = 0; i < shares.length; i++) {
      assertThat(boxes.get(i).area()).isCloseTo(7480 * shares[i] / 24, within(2.0));
    }
  }

  @Test
  void shouldLayNothingOverAnother() {
    List<Box> boxes = boxes("6", "6", "4", "3", "2", "2", "1", "0.001");

    for (int i = 0; i < boxes.size(); i++) {
      for (int j = 0; j < i; j++) {
        assertThat(boxes.get(i).overlaps(boxes.get(j))).as("%d and %d", i, j).isFalse();
      }
      assertThat(boxes.get(i).x() + boxes.get(i).width()).isLessThanOrEqualTo(170);
      assertThat(boxes.get(i).y() + boxes.get(i).height()).isLessThanOrEqualTo(44);
    }
  }

  @Test
  void shouldDrawNothingForWhatIsNotPositive() {
    assertThat(boxes("5", "0", "-3")).hasSize(1);
  }

  @Test
  void shouldSayTheSameInWords() {
    Bar part = new Bar("Waste", BigDecimal.ONE, "0.001");

    assertThat(Treemap.draw(List.of(part), "#1f4e5f", "Waste: 0.001 tCO2e").alternative())
        .isEqualTo("Waste: 0.001 tCO2e");
  }
}
