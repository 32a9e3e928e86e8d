package com.offgridflow.route;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Guesses what a misspelt word was meant to be. */
public final class Suggestion {
  private static final int FEW = 12;

  private Suggestion() {}

  /** A clause such as {@code did you mean 'setProperty'?}; with no near word, what there is. */
  public static String among(Collection<String> known, String word) {
    List<String> near =
        known.stream()
            .filter(candidate -> distance(word, candidate) <= Math.max(1, word.length() / 3))
            .sorted(Comparator.comparingInt(candidate -> distance(word, candidate)))
            .limit(2)
            .toList();
    if (!near.isEmpty()) {
      return "did you mean '" + String.join("' or '", near) + "'?";
    }
    List<String> sorted = known.stream().sorted().toList();
    return sorted.size() <= FEW
        ? "known here: " + String.join(", ", sorted)
        : "known here: " + String.join(", ", sorted.subList(0, FEW)) + ", ...";
  }

  /** Letters to insert, delete or replace, case aside. */
  static int distance(String from, String to) {
    return LevenshteinDistance.getDefaultInstance()
        .apply(from.toLowerCase(Locale.ROOT), to.toLowerCase(Locale.ROOT));
  }
}
