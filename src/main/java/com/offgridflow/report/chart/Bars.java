package com.offgridflow.report.chart;

import com.offgridflow.report.chart.Drawing.Pen;
import java.math.BigDecimal;
import java.util.List;

/** Horizontal bars, each with its label to the left and its figure to the right. */
public final class Bars {
  private static final double WIDTH = 170;
  private static final double LABELS = 62;
  private static final double ROW = 6.2;
  private static final double TEXT = 2.9;

  private Bars() {}

  /**
   * A bar.
   *
   * @param label what it stands for; shortened where it is too long
   * @param value its length; nothing is drawn for zero and for negative values
   * @param figure the value as it is written
   */
  public record Bar(String label, BigDecimal value, String figure) {}

  /** The bars from top to bottom, the longest as long as there is room beside the figures. */
  public static Drawing draw(List<Bar> bars, String colour, String alternative) {
    Pen pen = new Pen();
    double figures =
        bars.stream().mapToDouble(bar -> Glyphs.BOLD.width(bar.figure(), TEXT)).max().orElse(0);
    double room = WIDTH - LABELS - figures - 2;
    BigDecimal longest = bars.stream().map(Bar::value).reduce(BigDecimal.ZERO, BigDecimal::max);
    for (int i = 0; i < bars.size(); i++) {
      bar(pen, bars.get(i), i * ROW, room * share(bars.get(i).value(), longest), colour);
    }
    return pen.done(WIDTH, Math.max(1, bars.size()) * ROW, alternative);
  }

  private static double share(BigDecimal value, BigDecimal longest) {
    return value.signum() <= 0 ? 0 : value.doubleValue() / longest.doubleValue();
  }

  private static void bar(Pen pen, Bar bar, double top, double length, String colour) {
    double baseline = top + 4;
    String label = Glyphs.REGULAR.fit(bar.label(), TEXT, LABELS - 3);
    pen.textUpTo(Glyphs.REGULAR, label, LABELS - 2, baseline, TEXT, Pen.INK);
    pen.box(LABELS, top + 1, length, 4.2, colour);
    pen.text(Glyphs.BOLD, bar.figure(), LABELS + length + 2, baseline, TEXT, Pen.INK);
  }
}
