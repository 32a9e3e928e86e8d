package com.offgridflow.report.chart;

import java.awt.geom.PathIterator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;

/**
 * Text as outlines of the report's own typeface. A drawing then needs no font of the machine, looks
 * the same everywhere, and knows how wide its words are.
 */
final class Glyphs {
  static final Glyphs REGULAR = load("Regular");
  static final Glyphs BOLD = load("Bold");
  private static final String ELLIPSIS = "\u2026";

  private final TrueTypeFont font;
  private final CmapLookup characters;
  private final double unitsPerEm;

  private Glyphs(TrueTypeFont font) throws IOException {
    this.font = font;
    this.characters = font.getUnicodeCmapLookup();
    this.unitsPerEm = font.getUnitsPerEm();
  }

  /** Width of the text in the units of {@code size}, the height of an em. */
  double width(String text, double size) {
    return VisualText.of(text).codePoints().mapToDouble(this::advance).sum() * size / unitsPerEm;
  }

  /** The text, or as much of its beginning and end as fits, with an ellipsis between them. */
  String fit(String text, double size, double width) {
    int[] letters = text.codePoints().toArray();
    String fit = text;
    for (int kept = letters.length - 1; kept > 0 && width(fit, size) > width; kept--) {
      int head = (kept + 1) / 2;
      int tail = kept / 2;
      fit =
          new String(letters, 0, head).strip()
              + ELLIPSIS
              + new String(letters, letters.length - tail, tail).strip();
    }
    return fit;
  }

  /** The text as data of an SVG path, its baseline beginning at a point. */
  String path(String text, double x, double y, double size) {
    double scale = size / unitsPerEm;
    StringBuilder path = new StringBuilder();
    double left = x;
    for (int c : VisualText.of(text).codePoints().toArray()) {
      outline(c, left, y, scale, path);
      left += advance(c) * scale;
    }
    return path.toString();
  }

  /** What the typeface has no letter for is {@code #}, as it is outside of drawings. */
  private int glyph(int c) {
    int glyph = characters.getGlyphId(c);
    return glyph == 0 ? characters.getGlyphId('#') : glyph;
  }

  private double advance(int c) {
    try {
      return font.getAdvanceWidth(glyph(c));
    } catch (IOException e) {
      throw new UncheckedIOException("typeface cannot be read", e);
    }
  }

  private void outline(int c, double x, double y, double scale, StringBuilder path) {
    try {
      var glyph = font.getGlyph().getGlyph(glyph(c));
      if (glyph == null) {
        return;
      }
      double[] points = new double[6];
      for (PathIterator i = glyph.getPath().getPathIterator(null); !i.isDone(); i.next()) {
        segment(i.currentSegment(points), points, x, y, scale, path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("typeface cannot be read", e);
    }
  }

  /** Letters and numbers of points of the path segments, by the constants of PathIterator. */
  private static void segment(
      int kind, double[] points, double x, double y, double scale, StringBuilder path) {
    path.append("MLQCZ".charAt(kind));
    int numbers = new int[] {2, 2, 4, 6, 0}[kind];
    for (int n = 0; n < numbers; n += 2) {
      path.append(
          String.format(
              Locale.ROOT, "%.3f %.3f ", x + points[n] * scale, y - points[n + 1] * scale));
    }
  }

  private static Glyphs load(String style) {
    String file = "/liberation/LiberationSans-" + style + ".ttf";
    try (InputStream in = Glyphs.class.getResourceAsStream(file)) {
      return new Glyphs(new TTFParser().parseEmbedded(in));
    } catch (IOException e) {
      throw new UncheckedIOException("typeface " + file + " cannot be read", e);
    }
  }
}
