package com.offgridflow.factor;

import com.offgridflow.activity.Unit;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What factor is wanted.
 *
 * @param kind see {@link FactorKind}
 * @param subject what exactly
 * @param places narrow to wide; the first that has a factor decides
 * @param day the day of the activity
 * @param unit only factors per a unit that this one converts to, if given
 */
public record FactorQuery(
    String kind, String subject, List<String> places, LocalDate day, Optional<Unit> unit) {

  public static FactorQuery of(String kind, String subject, LocalDate day, String... places) {
    return new FactorQuery(kind, subject, List.of(places), day, Optional.empty());
  }

  boolean accepts(Factor factor) {
    return unit.isEmpty() || unit.get().factorTo(factor.perUnit()).isPresent();
  }

  /** Whether the factor is per the very unit of the question. */
  boolean asksPer(Factor factor) {
    return unit.isPresent() && unit.get().equals(factor.perUnit());
  }

  /** The question in words, for messages; the day is left out, many days ask the same. */
  public String asked() {
    return kind
        + (subject.isEmpty() ? "" : " of '" + subject + "'")
        + " at "
        + String.join(", then ", places);
  }
}
