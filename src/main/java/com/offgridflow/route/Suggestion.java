package com.offgridflow.route;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Guesses what a misspelt word was meant to be. */
final class Suggestion {
  private static final int FEW = 12;

  private Suggestion() {}

  /** A clause such as {@code did you mean 'setProperty'?}; with no near word, what there is. */
  static String among(Collection<String> known, String word) {
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

  /** Levenshtein's distance: letters to insert, delete or replace, case aside. */
  static int distance(String from, String to) {
    String a = from.toLowerCase(Locale.ROOT);
    String b = to.toLowerCase(Locale.ROOT);
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replace = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replace, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
