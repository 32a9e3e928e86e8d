package com.offgridflow.report.preflight;

import com.offgridflow.report.Lei;
import com.offgridflow.report.xbrl.Namespaces;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Rules on contexts and units, by the sections of ESMA's ESEF Reporting Manual, which EFRAG's ESRS
 * and VSME filings follow too.
 */
final class ContextRules {
  private ContextRules() {}

  /** The entity is named by a legal entity identifier whose check digits hold (ISO 17442). */
  static Stream<Violation> esef211EntityByLei(FiledDocument document) {
    return document.contexts().stream()
        .flatMap(context -> lei(context).map(fault -> leiViolation(context, fault)).stream());
  }

  private static Optional<String> lei(FiledContext context) {
    if (!context.scheme().equals(Namespaces.LEI_SCHEME)) {
      return Optional.of("identifier scheme '" + context.scheme() + "'");
    }
    try {
      new Lei(context.identifier());
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.of(e.getMessage());
    }
  }

  private static Violation leiViolation(FiledContext context, String fault) {
    return new Violation(
        "ESEF 2.1.1",
        context.id(),
        fault,
        "give the reporting entity its LEI, in the scheme " + Namespaces.LEI_SCHEME);
  }

  /** Periods are whole days: no time, no time zone. */
  static Stream<Violation> esef212DatesWithoutTime(FiledDocument document) {
    return document.contexts().stream()
        .flatMap(
            context ->
                context.dates().stream()
                    .filter(date -> !date.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}"))
                    .map(
                        date ->
                            new Violation(
                                "ESEF 2.1.2",
                                context.id(),
                                "period has '" + date + "'",
                                "write a day such as 2024-12-31")));
  }

  /** Dimensions are in the scenario, and nothing else is. */
  static Stream<Violation> esef213DimensionsInScenario(FiledDocument document) {
    return document.contexts().stream()
        .filter(context -> context.segment() || !context.foreign().isEmpty())
        .map(
            context ->
                new Violation(
                    "ESEF 2.1.3",
                    context.id(),
                    context.segment() ? "has a segment" : "scenario holds " + context.foreign(),
                    "put dimension members into the scenario, and nothing else"));
  }

  /** All facts are of one entity. */
  static Stream<Violation> esef214OneEntity(FiledDocument document) {
    List<String> entities =
        document.contexts().stream().map(FiledContext::identifier).distinct().toList();
    return entities.size() < 2
        ? Stream.empty()
        : Stream.of(
            new Violation(
                "ESEF 2.1.4",
                "document",
                "facts of " + entities,
                "report each entity in a document of its own"));
  }

  /** No context and no unit is there in vain. */
  static Stream<Violation> xbrl21NoUnusedContextOrUnit(FiledDocument document) {
    Set<String> used =
        document.facts().stream()
            .flatMap(fact -> Stream.of(fact.contextRef(), fact.unitRef()))
            .collect(Collectors.toSet());
    return Stream.concat(
            document.contexts().stream().map(FiledContext::id),
            document.units().stream().map(FiledUnit::id))
        .filter(id -> !used.contains(id))
        .map(
            id ->
                new Violation(
                    "XBRL 2.1 4.7", id, "no fact uses it", "leave out contexts and units unused"));
  }

  /** Each measure is one of the unit registry, a currency or {@code pure}. */
  static Stream<Violation> utr10UnitsAreRegistered(FiledDocument document) {
    return document.units().stream()
        .flatMap(
            unit ->
                Stream.concat(unit.numerators().stream(), unit.denominators().stream())
                    .filter(measure -> !RegisteredUnits.known(measure))
                    .map(
                        measure ->
                            new Violation(
                                "UTR 1.0",
                                unit.id(),
                                "measure " + measure + " is not registered",
                                "use a unit such as tCO2e or MWh in " + Namespaces.UNITS)));
  }

  /** No two contexts, and no two units, say the same. */
  static Stream<Violation> xbrl21NoContextOrUnitTwice(FiledDocument document) {
    return Stream.concat(
        twice(document.contexts(), FiledContext::aspects, FiledContext::id),
        twice(document.units(), FiledUnit::measures, FiledUnit::id));
  }

  private static <T> Stream<Violation> twice(
      List<T> all, Function<T, Object> content, Function<T, String> id) {
    return all.stream()
        .collect(Collectors.groupingBy(content, LinkedHashMap::new, Collectors.toList()))
        .values()
        .stream()
        .filter(same -> same.size() > 1)
        .map(same -> same.stream().map(id).toList())
        .map(
            ids ->
                new Violation(
                    "XBRL 2.1 4.7",
                    ids.get(1),
                    "says the same as " + ids.get(0),
                    "use one of them"));
  }
}
