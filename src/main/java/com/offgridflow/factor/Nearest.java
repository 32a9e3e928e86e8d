package com.offgridflow.factor;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The factors that come closest to a question without answering it: for messages only. */
final class Nearest {
  static final int LIMIT = 5;

  private final FactorQuery query;

  Nearest(FactorQuery query) {
    this.query = query;
  }

  List<String> among(Stream<Factor> factors) {
    return factors
        .filter(factor -> factor.kind().equals(query.kind()))
        .sorted(Comparator.comparingInt(this::likeness).reversed().thenComparing(Factor::id))
        .limit(LIMIT)
        .map(Factor::id)
        .toList();
  }

  private int likeness(Factor factor) {
    int place =
        query.places().stream().mapToInt(p -> commonPrefix(p, factor.place())).max().orElse(0);
    return place + 2 * commonPrefix(query.subject(), factor.subject());
  }

  private static int commonPrefix(String a, String b) {
    int length = 0;
    while (length < Math.min(a.length(), b.length()) && a.charAt(length) == b.charAt(length)) {
      length++;
    }
    return length;
  }
}
