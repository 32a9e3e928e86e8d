package com.offgridflow.factor;

import static java.util.stream.Collectors.groupingBy;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A tenant's own factors on top of those that come with the hub. What a tenant knows of a kind,
 * subject and place in a unit counts from the first day that it speaks about; before that day the
 * hub's factors do.
 */
public final class OwnFactors {
  private OwnFactors() {}

  /** One list for a library to choose from. */
  public static List<Factor> over(Collection<Factor> shipped, Collection<Factor> own) {
    Map<Subject, List<Factor>> bySubject = own.stream().collect(groupingBy(Subject::of));
    return Stream.concat(
            own.stream(), shipped.stream().flatMap(factor -> beforeOwn(factor, bySubject).stream()))
        .toList();
  }

  private static Optional<Factor> beforeOwn(Factor shipped, Map<Subject, List<Factor>> own) {
    Optional<LocalDate> first =
        own.getOrDefault(Subject.of(shipped), List.of()).stream()
            .filter(factor -> factor.perUnit().factorTo(shipped.perUnit()).isPresent())
            .map(factor -> factor.validity().from().orElse(LocalDate.MIN))
            .min(LocalDate::compareTo);
    return first.isEmpty()
        ? Optional.of(shipped)
        : shipped.validity().until(first.get()).map(shipped::validFor);
  }

  private record Subject(String kind, String subject, String place) {
    static Subject of(Factor factor) {
      return new Subject(factor.kind(), factor.subject(), factor.place());
    }
  }
}
