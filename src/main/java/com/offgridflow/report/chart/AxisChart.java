package com.offgridflow.report.chart;

import com.offgridflow.report.chart.Drawing.Pen;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;

/** What stacked columns and lines have in common: a scale on the left, labels below, a legend. */
abstract class AxisChart {
  static final double WIDTH = 170;
  static final double HEIGHT = 66;
  private static final double LEFT = 22;
  private static final double TOP = 9;
  private static final double BOTTOM = HEIGHT - 6;
  private static final double TEXT = 2.7;

  final Pen pen = new Pen();
  final List<Series> series;
  private final List<String> labels;
  private final Scale scale;
  private final Function<BigDecimal, String> figures;

  AxisChart(
      List<String> labels, List<Series> series, Scale scale, Function<BigDecimal, String> figures) {
    this.labels = labels;
    this.series = series;
    this.scale = scale;
    this.figures = figures;
  }

  /** Draws the values. */
  abstract void values();

  final Drawing draw(String unit, String alternative) {
    legend(unit);
    grid();
    values();
    axis();
    return pen.done(WIDTH, HEIGHT, alternative);
  }

  final int places() {
    return labels.size();
  }

  /** Width of the place of one label. */
  final double slot() {
    return (WIDTH - LEFT) / labels.size();
  }

  /** Middle of the place of a label. */
  final double middle(int place) {
    return LEFT + slot() * (place + 0.5);
  }

  final double height(BigDecimal value) {
    return BOTTOM - scale.place(value) * (BOTTOM - TOP);
  }

  private void legend(String unit) {
    pen.textUpTo(Glyphs.REGULAR, unit, LEFT - 2, 3.2, TEXT, Pen.SOFT);
    double x = LEFT;
    for (int i = 0; i < series.size(); i++) {
      pen.mark(i, x + 1, 2.3, series.get(i).colour());
      pen.text(Glyphs.REGULAR, series.get(i).name(), x + 3.2, 3.2, TEXT, Pen.INK);
      x += 9 + Glyphs.REGULAR.width(series.get(i).name(), TEXT);
    }
  }

  private void grid() {
    for (int i = 0; i <= scale.steps(); i++) {
      double y = height(scale.line(i));
      pen.line(LEFT, y, WIDTH, y, 0.15, Pen.GRID);
      pen.textUpTo(
          Glyphs.REGULAR, figures.apply(scale.line(i)), LEFT - 2, y + 0.95, TEXT, Pen.SOFT);
    }
  }

  private void axis() {
    double zero = height(BigDecimal.ZERO);
    pen.line(LEFT, zero, WIDTH, zero, 0.25, Pen.SOFT);
    int every = 1 + (labels.size() - 1) / 12;
    for (int i = 0; i < labels.size(); i += every) {
      pen.textAround(Glyphs.REGULAR, labels.get(i), middle(i), HEIGHT - 1.5, TEXT, Pen.SOFT);
    }
  }
}
