package com.offgridflow.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.offgridflow.report.chart.Bars.Bar;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ChartsTest {
  private static final Pattern BOX =
      Pattern.compile("<rect x='(.*?)' y='(.*?)' width='(.*?)' height='(.*?)' fill='#00(.*?)'");

  /** The second is a quarter of the first, and nothing is drawn for zero and below. */
  @Test
  void shouldDrawBarsToScale() {
    List<Double> widths =
        boxes(Bars.draw(List.of(bar("8"), bar("2"), bar("0"), bar("-5")), "#000000", ""), 3);

    assertThat(widths.get(1) * 4).isCloseTo(widths.get(0), within());
    assertThat(widths.subList(2, 4)).containsOnly(0.0);
  }

  /** 30 and 10 of a scale to 40 in 51 mm: 38.25 and 12.75, each less the white gap of 0.25. */
  @Test
  void shouldStackSeriesOnTopOfEachOther() {
    Drawing drawing = columns(series("30"), series("10"));

    assertThat(boxes(drawing, 4)).containsExactly(38.0, 12.5);
    assertThat(boxes(drawing, 2)).containsExactly(60 - 38.25, 60 - 51.0);
  }

  /** As the PDF's text does, which says which characters these are; not with an empty box. */
  @Test
  void shouldDrawANumberSignWhereTheTypefaceHasNoLetter() {
    assertThat(Glyphs.REGULAR.path("\u4eac", 0, 0, 3)).isEqualTo(Glyphs.REGULAR.path("#", 0, 0, 3));
    assertThat(Glyphs.REGULAR.width("\u4eac", 3)).isEqualTo(Glyphs.REGULAR.width("#", 3));
  }

  /** From -20 to 30 in 51 mm, ten are 10.2 mm: zero is 20.4 mm above the bottom at 60. */
  @Test
  void shouldHangNegativeValuesBelowZero() {
    assertThat(boxes(columns(series("30"), series("-20")), 2))
        .containsExactly(60 - 51.0, 60 - 20.4);
  }

  @Test
  void shouldDrawWhereNothingIsAboveZero() {
    assertThat(boxes(columns(series("0"), series("0")), 4)).isEmpty();
  }

  @Test
  void shouldGiveEachLineAMarkOfItsOwnShape() {
    Drawing drawing =
        Lines.draw(
            List.of("Jan"),
            List.of(series("1"), series("2"), series("3")),
            BigDecimal::toPlainString,
            "t",
            "words");

    // in the legend and at the value
    assertThat(drawing.shapes().split("<circle", -1)).hasSize(3);
    assertThat(drawing.shapes().split("<rect", -1)).hasSize(3);
    assertThat(drawing.shapes().split("l1.1 1.9", -1)).hasSize(3);
    assertThat(drawing.alternative()).isEqualTo("words");
  }

  @Test
  void shouldWriteNumbersOfDrawingsWithAPointInAnyLocale() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.GERMANY);
    try {
      assertThat(columns(series("1"), series("1")).shapes()).doesNotContainPattern("\\d,\\d");
    } finally {
      Locale.setDefault(before);
    }
  }

  /** What differs is often at the end. */
  @Test
  void shouldShortenALabelThatIsTooLongInItsMiddle() {
    String fit = Glyphs.REGULAR.fit("Rechenzentrumsgesellschaft ".repeat(5) + "17", 3, 40);

    assertThat(fit).startsWith("Rechenzentrum").endsWith(" 17").contains("…");
    assertThat(Glyphs.REGULAR.width(fit, 3)).isBetween(37.0, 40.0);
  }

  /** Of Liberation Sans' 2048 units an A has 1366, as Arial's, whose widths it keeps. */
  @Test
  void shouldMeasureText() {
    assertThat(Glyphs.REGULAR.width("AA", 2048)).isEqualTo(2732);
  }

  private static Drawing columns(Series... series) {
    return StackedColumns.draw(List.of("Jan"), List.of(series), BigDecimal::toPlainString, "t", "");
  }

  private static Series series(String value) {
    return new Series("s", "#000000", List.of(new BigDecimal(value)));
  }

  private static Bar bar(String value) {
    return new Bar("label", new BigDecimal(value), value);
  }

  /** Numbers of the boxes that are not the legend's: 1 is x, 2 y, 3 width, 4 height. */
  private static List<Double> boxes(Drawing drawing, int group) {
    return BOX.matcher(drawing.shapes())
        .results()
        .filter(box -> !box.group(4).equals("1.70"))
        .map((MatchResult box) -> Double.valueOf(box.group(group)))
        .toList();
  }

  private static org.assertj.core.data.Offset<Double> within() {
    return org.assertj.core.data.Offset.offset(0.05);
  }
}
