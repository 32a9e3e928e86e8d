package com.offgridflow.report.wiring;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * The typefaces of PDF files: Liberation Sans, which has Latin, Greek, Cyrillic and Hebrew letters,
 * and those that the administrator lists for other scripts. Only those that a report needs are
 * embedded in it, and of these only the letters that it has.
 */
final class Typefaces {
  static final String USUAL = "Liberation Sans";

  private final Typeface usual;
  private final List<Typeface> others;

  /**
   * @param files TrueType files, the preferred ones first
   * @throws IllegalArgumentException when one of them is none
   */
  Typefaces(List<Path> files) {
    try (InputStream font = usual("Regular")) {
      this.usual = new Typeface(USUAL, Optional.empty(), Typeface.letters(font.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(USUAL + " cannot be read", e);
    }
    this.others = files.stream().map(Typeface::of).toList();
  }

  /** The file of the usual typeface in a style. */
  static InputStream usual(String style) {
    return Typefaces.class.getResourceAsStream("/liberation/LiberationSans-" + style + ".ttf");
  }

  /** Those of the listed typefaces that a text needs. */
  List<Typeface> beside(String text) {
    BitSet wanted = letters(text);
    wanted.andNot(usual.letters());
    List<Typeface> needed = new ArrayList<>();
    for (Typeface other : others) {
      if (wanted.intersects(other.letters())) {
        needed.add(other);
        wanted.andNot(other.letters());
      }
    }
    return needed;
  }

  /** The code points of a text that no typeface can draw, each once, in order. */
  List<Integer> undrawn(String text) {
    BitSet wanted = letters(text);
    wanted.andNot(usual.letters());
    others.forEach(other -> wanted.andNot(other.letters()));
    return wanted.stream()
        .mapToObj(Character::toString)
        .flatMapToInt(form -> Normalizer.normalize(form, Form.NFKC).codePoints())
        .sorted()
        .distinct()
        .boxed()
        .toList();
  }

  private static BitSet letters(String text) {
    BitSet points = new BitSet();
    ArabicForms.joined(text).codePoints().filter(Typefaces::isDrawn).forEach(points::set);
    return points;
  }

  private static boolean isDrawn(int point) {
    return !Character.isWhitespace(point)
        && !Character.isISOControl(point)
        && Character.getType(point) != Character.FORMAT
        && Character.getType(point) != Character.SPACE_SEPARATOR;
  }
}
