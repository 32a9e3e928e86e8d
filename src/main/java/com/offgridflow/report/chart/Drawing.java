package com.offgridflow.report.chart;

import java.util.Locale;

/**
 * A drawing in vectors. Lengths are millimetres.
 *
 * @param width of the whole
 * @param height of the whole
 * @param shapes the content of an SVG element of that size; it holds no text of others
 * @param alternative the same in words
 */
public record Drawing(double width, double height, String shapes, String alternative) {

  /** Draws shape by shape. */
  static final class Pen {
    static final String INK = "#1d2b2a";
    static final String SOFT = "#566664";
    static final String GRID = "#d5dedc";

    private final StringBuilder shapes = new StringBuilder();

    void box(double x, double y, double width, double height, String fill) {
      add(
          "<rect x='%.2f' y='%.2f' width='%.2f' height='%.2f' fill='%s'/>",
          x, y, width, height, fill);
    }

    void line(double x1, double y1, double x2, double y2, double width, String colour) {
      add(
          "<path d='M%.2f %.2fL%.2f %.2f' stroke='%s' stroke-width='%.2f' fill='none'/>",
          x1, y1, x2, y2, colour, width);
    }

    /** A circle, a square or a triangle, so that series differ by more than colour. */
    void mark(int series, double x, double y, String fill) {
      switch (series) {
        case 0 -> add("<circle cx='%.2f' cy='%.2f' r='0.9' fill='%s'/>", x, y, fill);
        case 1 -> box(x - 0.85, y - 0.85, 1.7, 1.7, fill);
        default -> add("<path d='M%.2f %.2fl1.1 1.9h-2.2z' fill='%s'/>", x, y - 1.1, fill);
      }
    }

    /** Text that begins at a point. */
    void text(Glyphs font, String text, double x, double y, double size, String fill) {
      shapes
          .append("<path fill='")
          .append(fill)
          .append("' d='")
          .append(font.path(text, x, y, size))
          .append("'/>");
    }

    /** Text that ends at a point. */
    void textUpTo(Glyphs font, String text, double x, double y, double size, String fill) {
      text(font, text, x - font.width(text, size), y, size, fill);
    }

    /** Text in the middle of a point. */
    void textAround(Glyphs font, String text, double x, double y, double size, String fill) {
      text(font, text, x - font.width(text, size) / 2, y, size, fill);
    }

    Drawing done(double width, double height, String alternative) {
      return new Drawing(width, height, shapes.toString(), alternative);
    }

    private void add(String pattern, Object... values) {
      shapes.append(String.format(Locale.ROOT, pattern, values));
    }
  }
}
