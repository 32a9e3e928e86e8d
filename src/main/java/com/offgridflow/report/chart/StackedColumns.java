package com.offgridflow.report.chart;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** One column per label, the series on top of each other; what is negative hangs below zero. */
public final class StackedColumns extends AxisChart {
  /** White between two parts, so that they differ by more than colour. */
  private static final double GAP = 0.25;

  private StackedColumns(
      List<String> labels, List<Series> series, Scale scale, Function<BigDecimal, String> figures) {
    super(labels, series, scale, figures);
  }

  /**
   * @param labels of the columns; at least one
   * @param series from the bottom up
   * @param figures how a value is written
   * @param unit of the values
   */
  public static Drawing draw(
      List<String> labels,
      List<Series> series,
      Function<BigDecimal, String> figures,
      String unit,
      String alternative) {
    Scale scale =
        Scale.of(
            extreme(labels, series, BigDecimal::min), extreme(labels, series, BigDecimal::max));
    return new StackedColumns(labels, series, scale, figures).draw(unit, alternative);
  }

  @Override
  void values() {
    double width = Math.min(slot() * 0.62, 16);
    for (int place = 0; place < places(); place++) {
      BigDecimal above = BigDecimal.ZERO;
      BigDecimal below = BigDecimal.ZERO;
      for (Series part : series) {
        BigDecimal value = part.values().get(place);
        BigDecimal from = value.signum() < 0 ? below : above;
        column(middle(place) - width / 2, width, from, from.add(value), part.colour());
        above = above.add(value.max(BigDecimal.ZERO));
        below = below.add(value.min(BigDecimal.ZERO));
      }
    }
  }

  private void column(double x, double width, BigDecimal from, BigDecimal to, String colour) {
    double top = height(from.max(to));
    double tall = height(from.min(to)) - top;
    if (tall > 0) {
      pen.box(x, top, width, Math.max(0.1, tall - GAP), colour);
    }
  }

  private static BigDecimal extreme(
      List<String> labels,
      List<Series> series,
      java.util.function.BinaryOperator<BigDecimal> choice) {
    return IntStream.range(0, labels.size())
        .mapToObj(
            place ->
                series.stream()
                    .map(part -> choice.apply(part.values().get(place), BigDecimal.ZERO))
                    .reduce(BigDecimal.ZERO, BigDecimal::add))
        .reduce(BigDecimal.ZERO, choice);
  }
}
