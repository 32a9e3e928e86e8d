package com.offgridflow.factor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The factors that come closest to a question without answering it, each with what keeps it from
 * answering: for messages only. Only the likeliest subjects are looked into, so that a question
 * that finds nothing stays cheap in a large library.
 */
final class Nearest {
  static final int LIMIT = 5;

  private final FactorQuery query;

  Nearest(FactorQuery query) {
    this.query = query;
  }

  /**
   * @param ofKind the factors of the question's kind, by subject and place
   */
  List<NearMiss> among(Map<String, Map<String, List<Factor>>> ofKind) {
    Stream<Factor> likely =
        subjects(ofKind)
            .flatMap(subject -> ofKind.get(subject).values().stream())
            .flatMap(List::stream);
    return Best.of(likely, this::likeness, Comparator.comparing(Factor::id), LIMIT).stream()
        .map(this::miss)
        .toList();
  }

  NearMiss miss(Factor factor) {
    return new NearMiss(factor, why(factor));
  }

  private Stream<String> subjects(Map<String, Map<String, List<Factor>>> ofKind) {
    return ofKind.containsKey(query.subject())
        ? Stream.of(query.subject())
        : Best.of(ofKind.keySet().stream(), this::subjectLikeness, Comparator.naturalOrder(), LIMIT)
            .stream();
  }

  private int subjectLikeness(String subject) {
    int contained =
        !subject.isEmpty()
                && (subject.contains(query.subject()) || query.subject().contains(subject))
            ? Math.min(subject.length(), query.subject().length())
            : 0;
    return Math.max(contained, commonPrefix(query.subject(), subject));
  }

  private int likeness(Factor factor) {
    int place =
        query.places().stream().mapToInt(p -> commonPrefix(p, factor.place())).max().orElse(0);
    int rung = query.places().contains(factor.place()) ? 10 : 0;
    int unit = query.accepts(factor) ? 5 : 0;
    return place + rung + unit + 2 * subjectLikeness(factor.subject());
  }

  private String why(Factor factor) {
    List<String> reasons = new ArrayList<>();
    if (!factor.subject().equals(query.subject())) {
      reasons.add("is of '" + factor.subject() + "'");
    }
    if (!query.places().contains(factor.place())) {
      reasons.add("is for " + factor.place());
    }
    if (!query.accepts(factor)) {
      reasons.add("is per " + factor.perUnit().symbol());
    }
    if (factor.validity().startsAfter(query.day())) {
      reasons.add("starts on " + factor.validity().from().orElseThrow());
    }
    return reasons.stream().collect(Collectors.joining(" and "));
  }

  private static int commonPrefix(String a, String b) {
    int length = 0;
    while (length < Math.min(a.length(), b.length()) && a.charAt(length) == b.charAt(length)) {
      length++;
    }
    return length;
  }
}
