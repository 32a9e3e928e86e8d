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
  private static final double HEIGHT = 44;
  private static final double GAP = 0.35;
  private static final double TEXT = 2.7;
  private static final double LINE = 3.6;
  private static final String WHITE = "#ffffff";

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
   * The rectangles from the largest to the smallest. What is zero, negative or too small to be seen
   * has none.
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
    double width = room.width() - 2 * GAP;
    double height = room.height() - 2 * GAP;
    if (width <= 0 || height <= 0) {
      return;
    }
    pen.box(room.x() + GAP, room.y() + GAP, width, height, colour);
    write(part, room.x() + 2, room.y() + GAP, new Room(0, 0, width - 3, height - 1.5));
  }

  /** Label and figure; where there is no room for all, first the figure goes and then the words. */
  private void write(Bar part, double x, double top, Room room) {
    List<String> lines = lines(part.label(), room.width());
    boolean fits = room.height() >= (lines.size() + 1) * LINE;
    if (!fits) {
      lines = lines.subList(0, Math.min(lines.size(), (int) (room.height() / LINE)));
    }
    double y = top;
    for (String line : lines) {
      y += LINE;
      pen.text(Glyphs.REGULAR, line, x, y, TEXT, WHITE);
    }
    if (fits && Glyphs.BOLD.width(part.figure(), TEXT) <= room.width()) {
      pen.text(Glyphs.BOLD, part.figure(), x, y + LINE, TEXT, WHITE);
    }
  }

  /** The label word by word; only its first word where one of them is too long for a line. */
  private static List<String> lines(String label, double room) {
    List<String> words = List.of(label.split(" +"));
    boolean narrow = words.stream().anyMatch(word -> width(word) > room);
    List<String> lines = new ArrayList<>();
    for (String word : narrow ? words.subList(0, 1) : words) {
      String last = lines.isEmpty() ? "" : lines.get(lines.size() - 1) + " " + word;
      if (!lines.isEmpty() && width(last) <= room) {
        lines.set(lines.size() - 1, last);
      } else if (width(word) <= room) {
        lines.add(word);
      }
    }
    return lines;
  }

  private static double width(String text) {
    return Glyphs.REGULAR.width(text, TEXT);
  }

  private double area(List<Bar> parts) {
    return parts.stream().mapToDouble(this::area).sum();
  }

  private double area(Bar part) {
    return part.value().doubleValue() * scale;
  }
}
