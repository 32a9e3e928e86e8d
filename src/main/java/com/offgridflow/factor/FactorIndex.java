package com.offgridflow.factor;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Factors by kind, subject and place; those of one place stand best first: the tenant's own, then
 * the newest start of validity, then the one that tells gases apart, then by id.
 */
final class FactorIndex {
  private final Map<String, Map<String, Map<String, List<Factor>>>> byKind;

  FactorIndex(Stream<Factor> factors, Set<String> own) {
    byKind =
        factors
            .sorted(bestFirst(own))
            .collect(
                groupingBy(
                    Factor::kind,
                    groupingBy(Factor::subject, groupingBy(Factor::place, toList()))));
  }

  private static Comparator<Factor> bestFirst(Set<String> own) {
    return Comparator.comparing((Factor factor) -> !own.contains(factor.id()))
        .thenComparing(Factor::validity, Validity.NEWEST_FIRST)
        .thenComparing(factor -> !factor.amounts().perGas())
        .thenComparing(Factor::id);
  }

  /** The factors of a kind, by subject and place. */
  Map<String, Map<String, List<Factor>>> ofKind(String kind) {
    return byKind.getOrDefault(kind, Map.of());
  }

  /** The factors of a kind and subject, by place. */
  Map<String, List<Factor>> of(String kind, String subject) {
    return ofKind(kind).getOrDefault(subject, Map.of());
  }

  Stream<Factor> stream() {
    return byKind.values().stream()
        .flatMap(subjects -> subjects.values().stream())
        .flatMap(places -> places.values().stream())
        .flatMap(List::stream);
  }
}
