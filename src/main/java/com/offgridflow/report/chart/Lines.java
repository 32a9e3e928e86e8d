package com.offgridflow.report.chart;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;

/** One line per series, with a mark of its own shape at each value. */
public final class Lines extends AxisChart {
  private Lines(
      List<String> labels, List<Series> series, Scale scale, Function<BigDecimal, String> figures) {
    super(labels, series, scale, figures);
  }

  /**
   * @param labels of the places along the axis; at least one
   * @param series at most three, which have different marks
   * @param figures how a value is written
   * @param unit of the values
   */
  public static Drawing draw(
      List<String> labels,
      List<Series> series,
      Function<BigDecimal, String> figures,
      String unit,
      String alternative) {
    List<BigDecimal> all = series.stream().flatMap(line -> line.values().stream()).toList();
    Scale scale =
        Scale.of(
            all.stream().reduce(BigDecimal.ZERO, BigDecimal::min),
            all.stream().reduce(BigDecimal.ZERO, BigDecimal::max));
    return new Lines(labels, series, scale, figures).draw(unit, alternative);
  }

  @Override
  void values() {
    for (int number = 0; number < series.size(); number++) {
      line(number, series.get(number));
    }
  }

  private void line(int number, Series line) {
    for (int place = 0; place < places(); place++) {
      double y = height(line.values().get(place));
      if (place > 0) {
        double before = height(line.values().get(place - 1));
        pen.line(middle(place - 1), before, middle(place), y, 0.5, line.colour());
      }
      pen.mark(number, middle(place), y, line.colour());
    }
  }
}
