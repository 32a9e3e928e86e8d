package com.offgridflow.report.chart;

import java.text.Bidi;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Text as the eye meets it from left to right, where what is drawn knows no writing direction. */
public final class VisualText {
  private static final String MIRRORED = "()[]{}<>\u00ab\u00bb";

  private VisualText() {}

  /**
   * A line in its visual order (Unicode Standard Annex 9), its base direction that of its first
   * letter. Line breaks and other controls become spaces; what only steers directions is left out.
   */
  public static String of(String text) {
    String line = text.replaceAll("\\p{Cntrl}+", " ");
    Bidi bidi = new Bidi(line, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT);
    return (bidi.isLeftToRight() ? line : reordered(line, bidi)).replaceAll("\\p{Cf}", "");
  }

  private static String reordered(String line, Bidi bidi) {
    byte[] levels = new byte[bidi.getRunCount()];
    Integer[] runs = IntStream.range(0, levels.length).boxed().toArray(Integer[]::new);
    for (int run : runs) {
      levels[run] = (byte) bidi.getRunLevel(run);
    }
    Bidi.reorderVisually(levels, 0, runs, 0, runs.length);
    StringBuilder visual = new StringBuilder();
    for (int run : runs) {
      String part = line.substring(bidi.getRunStart(run), bidi.getRunLimit(run));
      visual.append(bidi.getRunLevel(run) % 2 == 1 ? reversed(part) : part);
    }
    return visual.toString();
  }

  /** A run of one direction from its end to its beginning, marks with their letters. */
  public static String reversed(String run) {
    BreakIterator letters = BreakIterator.getCharacterInstance(Locale.ROOT);
    letters.setText(run);
    List<String> all = new ArrayList<>();
    int from = letters.first();
    for (int to = letters.next(); to != BreakIterator.DONE; to = letters.next()) {
      all.add(mirrored(run.substring(from, to)));
      from = to;
    }
    Collections.reverse(all);
    return String.join("", all);
  }

  /** Opening brackets where closing ones were, which stand in pairs. */
  private static String mirrored(String letter) {
    int place = MIRRORED.indexOf(letter);
    return place < 0 ? letter : MIRRORED.substring(place ^ 1, (place ^ 1) + 1);
  }
}
