package com.offgridflow.factor;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Known words that look like one that is not known: for messages only. */
public final class Spelling {
  private static final int FEW = 5;

  private Spelling() {}

  /** The few words that look alike, the nearest first; where none does, those that come closest. */
  public static List<String> nearest(String word, Collection<String> known) {
    List<String> sorted =
        known.stream()
            .filter(candidate -> !candidate.isEmpty())
            .distinct()
            .sorted(
                Comparator.comparingInt((String candidate) -> distance(word, candidate))
                    .thenComparing(Comparator.naturalOrder()))
            .limit(FEW)
            .toList();
    int near = Math.max(1, word.length() / 3);
    List<String> alike =
        sorted.stream().filter(candidate -> distance(word, candidate) <= near).toList();
    return alike.isEmpty() ? sorted : alike;
  }

  private static int distance(String from, String to) {
    String small = from.toLowerCase(Locale.ROOT);
    String candidate = to.toLowerCase(Locale.ROOT);
    int letters = LevenshteinDistance.getDefaultInstance().apply(small, candidate);
    // what was typed may be the beginning or the middle of a long name
    return !small.isEmpty() && candidate.contains(small) ? 0 : letters;
  }
}
