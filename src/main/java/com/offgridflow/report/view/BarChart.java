package com.offgridflow.report.view;

import static java.util.stream.Collectors.toSet;

import com.offgridflow.report.Messages;
import com.offgridflow.report.Report;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Horizontal bars that show every emission once: Scopes 1 and 2, and Scope 3 by category. Lengths
 * are in the drawing's own units.
 *
 * @param bars from top to bottom
 * @param height of the whole drawing
 * @param alternative the same in words
 */
public record BarChart(List<Bar> bars, int height, String alternative) {
  private static final int ROW = 9;
  private static final BigDecimal LONGEST = new BigDecimal(130);
  private static final BigDecimal GAP = new BigDecimal(2);

  /** Keeps the division defined where every figure is zero; below any published digit. */
  private static final BigDecimal SHORTEST = BigDecimal.ONE.movePointLeft(10);

  /**
   * One bar with its label above it and its figure to its right.
   *
   * @param y upper edge of the label
   * @param width length of the bar; nothing for zero and for negative figures
   */
  public record Bar(String label, String figure, int y, BigDecimal width) {
    /** Upper edge of the bar. */
    public int top() {
      return y + 4;
    }

    /** Left edge of the figure. */
    public BigDecimal figureLeft() {
      return width.add(GAP);
    }
  }

  static BarChart of(Report report, List<ValueView> values, Messages messages) {
    Set<String> divided =
        values.stream().filter(ValueView::part).map(ValueView::concept).collect(toSet());
    List<ValueView> drawn =
        values.stream()
            .filter(value -> !value.total())
            .filter(value -> value.part() || !divided.contains(value.concept()))
            .toList();
    BigDecimal longest = drawn.stream().map(BarChart::amount).reduce(SHORTEST, BigDecimal::max);
    List<Bar> bars = new ArrayList<>();
    for (ValueView value : drawn) {
      bars.add(bar(value, bars.size() * ROW, longest));
    }
    return new BarChart(bars, bars.size() * ROW, alternative(drawn, messages));
  }

  private static Bar bar(ValueView value, int y, BigDecimal longest) {
    BigDecimal width =
        amount(value)
            .multiply(LONGEST)
            .divide(longest, MathContext.DECIMAL64)
            .setScale(1, RoundingMode.HALF_UP);
    return new Bar(value.label(), value.figure() + " " + value.unit(), y, width);
  }

  private static BigDecimal amount(ValueView value) {
    return value.fact().value().published().max(BigDecimal.ZERO);
  }

  private static String alternative(List<ValueView> drawn, Messages messages) {
    return drawn.stream()
        .map(value -> messages.get("bar", value.label(), value.figure(), value.unit()))
        .collect(Collectors.joining("; "));
  }
}
