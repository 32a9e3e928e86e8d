package com.offgridflow.report.chart;

import com.offgridflow.report.chart.Bars.Bar;
import com.offgridflow.report.chart.Drawing.Pen;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Rectangles that together are the whole, each as large as its share. They are laid out row by row,
 * so that they come as close to squares as they can (Bruls, Huizing, van Wijk: Squarified Treemaps,
 * 2000).
 */
public final class Treemap {
  private static final double WIDTH = 170;
  private static final double HEIGHT = 52;
  private static final double GAP = 0.35;
  private static final double TEXT = 2.7;
  private static final double LINE = 3.6;

  private final Pen pen = new Pen();
  private final String colour;
  private final double scale;

  private Treemap(String colour, double scale) {
    this.colour = colour;
    this.scale = scale;
  }

  /** What is left to be filled. */
  private record Room(double x, double y, double width, double height) {
    double shorter() {
      return Math.min(width, height);
    }
  }

  /**
   * The rectangles from the largest to the smallest. What is zero or negative has none.
   *
   * @param colour {@code #rrggbb} of the rectangles, dark enough for white text
   * @param alternative the same in words
   */
  public static Drawing draw(List<Bar> parts, String colour, String alternative) {
    List<Bar> sorted =
        parts.stream()
            .filter(part -> part.value().signum() > 0)
            .sorted(Comparator.comparing(Bar::value).reversed())
            .toList();
    double sum = sorted.stream().mapToDouble(part -> part.value().doubleValue()).sum();
    Treemap map = new Treemap(colour, sum == 0 ? 0 : WIDTH * HEIGHT / sum);
    map.fill(sorted, new Room(0, 0, WIDTH, HEIGHT));
    return map.pen.done(WIDTH, HEIGHT, alternative);
  }

  private void fill(List<Bar> parts, Room room) {
    List<Bar> left = parts;
    Room free = room;
    while (!left.isEmpty()) {
      int count = row(left, free.shorter());
      free = lay(left.subList(0, count), free);
      left = left.subList(count, left.size());
    }
  }

  /** How many of them make the best row along a side: one more would make the worst one worse. */
  private int row(List<Bar> parts, double side) {
    int count = 1;
    while (count < parts.size()
        && worst(parts.subList(0, count + 1), side) <= worst(parts.subList(0, count), side)) {
      count++;
    }
    return count;
  }

  /** The greatest ratio of a rectangle's sides in a row along a side. */
  private double worst(List<Bar> row, double side) {
    double depth = area(row) / side;
    return row.stream()
        .mapToDouble(part -> area(part) / depth)
        .map(length -> Math.max(length / depth, depth / length))
        .max()
        .orElseThrow();
  }

  private Room lay(List<Bar> row, Room room) {
    double depth = area(row) / room.shorter();
    boolean upright = room.width() >= room.height();
    double along = 0;
    for (Bar part : row) {
      double length = area(part) / depth;
      if (upright) {
        box(part, new Room(room.x(), room.y() + along, depth, length));
      } else {
        box(part, new Room(room.x() + along, room.y(), length, depth));
      }
      along += length;
    }
    return upright
        ? new Room(room.x() + depth, room.y(), room.width() - depth, room.height())
        : new Room(room.x(), room.y() + depth, room.width(), room.height() - depth);
  }

  private void box(Bar part, Room room) {
    double width = Math.max(0.1, room.width() - 2 * GAP);
    double height = Math.max(0.1, room.height() - 2 * GAP);
    pen.box(room.x() + GAP, room.y() + GAP, width, height, colour);
    List<String> lines = lines(part.label(), width - 3);
    boolean figure = height >= (lines.size() + 1) * LINE + 1.5;
    if (width < 14 || height < LINE + 1.5) {
      return;
    }
    double y = room.y() + GAP + LINE;
    for (String line : lines.subList(0, figure ? lines.size() : 1)) {
      pen.text(Glyphs.REGULAR, line, room.x() + 2, y, TEXT, "#ffffff");
      y += LINE;
    }
    if (figure && Glyphs.BOLD.width(part.figure(), TEXT) < width - 3) {
      pen.text(Glyphs.BOLD, part.figure(), room.x() + 2, y, TEXT, "#ffffff");
    }
  }

  /** The label in up to two lines, the last one shortened where it is too long. */
  private static List<String> lines(String label, double room) {
    List<String> lines = new ArrayList<>();
    String line = "";
    for (String word : label.split(" +")) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (lines.isEmpty() && !line.isEmpty() && Glyphs.REGULAR.width(longer, TEXT) > room) {
        lines.add(line);
        line = word;
      } else {
        line = longer;
      }
    }
    lines.add(Glyphs.REGULAR.fit(line, TEXT, room));
    return lines;
  }

  private double area(List<Bar> parts) {
    return parts.stream().mapToDouble(this::area).sum();
  }

  private double area(Bar part) {
    return part.value().doubleValue() * scale;
  }
}
