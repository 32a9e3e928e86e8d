package com.offgridflow.report.preflight;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Facts that are about the same: one concept, equal contexts, equal units. Numbers are consistent
 * when some value is within the accuracy of each, texts when they are equal (Handling Duplicate
 * Facts in XBRL and Inline XBRL 1.0, section 3).
 */
final class Duplicates {
  private Duplicates() {}

  /** Each set of two or more. */
  static Collection<List<FiledFact>> of(FiledDocument document) {
    Map<Object, List<FiledFact>> groups =
        document.facts().stream()
            .collect(
                Collectors.groupingBy(
                    fact -> aspects(document, fact), LinkedHashMap::new, Collectors.toList()));
    return groups.values().stream().filter(same -> same.size() > 1).toList();
  }

  static boolean consistent(List<FiledFact> same) {
    if (!same.stream().allMatch(fact -> fact.number().isPresent())) {
      return same.stream().map(fact -> fact.text().strip()).distinct().count() == 1;
    }
    BigDecimal low =
        same.stream().map(fact -> Interval.of(fact).low()).reduce(BigDecimal::max).get();
    BigDecimal high =
        same.stream().map(fact -> Interval.of(fact).high()).reduce(BigDecimal::min).get();
    return low.compareTo(high) <= 0;
  }

  private static Object aspects(FiledDocument document, FiledFact fact) {
    return List.of(
        fact.concept(),
        document.contextOf(fact).map(FiledContext::aspects).orElse(fact.contextRef()),
        document.unitOf(fact).map(FiledUnit::measures).orElse(fact.unitRef()));
  }
}
