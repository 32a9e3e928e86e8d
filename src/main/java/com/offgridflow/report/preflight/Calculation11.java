package com.offgridflow.report.preflight;

import com.offgridflow.report.preflight.dts.Arc;
import com.offgridflow.report.preflight.dts.Dts;
import com.offgridflow.report.preflight.dts.Dts.Calculation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.namespace.QName;

/**
 * Totals agree with their parts within rounding (Calculations 1.1, section 4, rounding mode): the
 * interval of the total meets the sum of the intervals of the parts, weighted. A calculation binds
 * where the total and at least one part are reported for the same context and unit.
 */
final class Calculation11 {
  private final FiledDocument document;
  private final Dts dts;

  Calculation11(FiledDocument document, Dts dts) {
    this.document = document;
    this.dts = dts;
  }

  /** Calculations 1.1: no calculation inconsistency. */
  Stream<Violation> calc11Consistent() {
    Map<Object, Map<QName, FiledFact>> places =
        document.facts().stream()
            .filter(fact -> fact.number().isPresent())
            .collect(
                Collectors.groupingBy(
                    fact -> List.of(fact.contextRef(), fact.unitRef()),
                    LinkedHashMap::new,
                    Collectors.toMap(FiledFact::concept, fact -> fact, (one, other) -> one)));
    return places.values().stream()
        .flatMap(
            facts -> dts.calculations().stream().flatMap(sum -> violation(sum, facts).stream()));
  }

  private static Optional<Violation> violation(Calculation sum, Map<QName, FiledFact> facts) {
    FiledFact total = facts.get(sum.total());
    List<Arc> parts = sum.parts().stream().filter(part -> facts.containsKey(part.to())).toList();
    if (total == null || parts.isEmpty()) {
      return Optional.empty();
    }
    Interval parted =
        parts.stream()
            .map(part -> Interval.of(facts.get(part.to())).times(part.weight()))
            .reduce(Interval::plus)
            .orElseThrow();
    return Interval.of(total).meets(parted)
        ? Optional.empty()
        : Optional.of(violation(total, parts, parted, facts));
  }

  private static Violation violation(
      FiledFact total, List<Arc> parts, Interval parted, Map<QName, FiledFact> facts) {
    return new Violation(
        "Calculations 1.1",
        total.place(),
        "%s is not the sum of %s, which is between %s and %s"
            .formatted(
                total.number().orElseThrow().toPlainString(),
                parts.stream().map(part -> facts.get(part.to()).place()).toList(),
                parted.low().toPlainString(),
                parted.high().toPlainString()),
        "report all parts of the total, or leave the total out");
  }
}
