package com.offgridflow.report;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The elements of one taxonomy release that frameworks use, as {@code schemas/concepts/*.csv} lists
 * them.
 */
final class Concepts {
  private final String name;
  private final Map<String, Concept> byName;

  /**
   * @param name the list's name, for messages
   * @param lines the list with its header: {@code name,kind,type,period,axis,role}
   */
  Concepts(String name, List<String> lines) {
    this.name = name;
    this.byName =
        lines.stream()
            .skip(1)
            .map(Concept::ofLine)
            .collect(Collectors.toMap(Concept::name, Function.identity()));
  }

  /**
   * @throws IllegalArgumentException when the taxonomy has no such concept, axis or member, or the
   *     member is not on that axis
   */
  void require(DataPoint point) {
    point
        .concept()
        .ifPresent(
            concept -> {
              require(point, concept, "concept", "");
              requireType(point, byName.get(concept));
            });
    point
        .dimensions()
        .forEach(
            dimension -> {
              require(point, dimension.axis(), dimension.typed() ? "typed-axis" : "axis", "");
              if (!dimension.typed()) {
                require(point, dimension.member(), "member", dimension.axis());
              }
            });
  }

  private void require(DataPoint point, String element, String kind, String axis) {
    Concept concept = byName.get(element);
    if (concept == null || !concept.kind().equals(kind) || !concept.axis().equals(axis)) {
      throw new IllegalArgumentException(
          "data point %s: %s '%s'%s is not listed in %s, which has: %s"
              .formatted(
                  point.id(),
                  kind,
                  element,
                  axis.isEmpty() ? "" : " on " + axis,
                  name,
                  names(kind, axis)));
    }
  }

  /** Types by the data type registry; the unit registry has the units of each. */
  private static void requireType(DataPoint point, Concept concept) {
    Set<String> fitting =
        switch (point.unit()) {
          case "" -> Set.of("textBlockItemType", "stringItemType", "booleanItemType");
          case "pure" -> Set.of("percentItemType", "pureItemType", "decimalItemType");
          case "MWh", "GWh", "GJ", "TJ" -> Set.of("energyItemType");
          case "MWh/{currency}", "GJ/{currency}" -> Set.of("energyPerMonetaryItemType");
          case "tCO2e/{currency}" -> Set.of("ghgEmissionsPerMonetaryItemType", "decimalItemType");
          case DataPoint.CURRENCY -> Set.of("monetaryItemType");
          default -> Set.of("ghgEmissionsItemType");
        };
    if (!fitting.contains(concept.type())) {
      throw new IllegalArgumentException(
          "data point %s: unit '%s' does not fit %s of type %s"
              .formatted(point.id(), point.unit(), concept.name(), concept.type()));
    }
  }

  private String names(String kind, String axis) {
    return byName.values().stream()
        .filter(concept -> concept.kind().equals(kind) && concept.axis().equals(axis))
        .map(Concept::name)
        .sorted()
        .collect(Collectors.joining(", "));
  }

  private record Concept(String name, String kind, String type, String axis) {
    static Concept ofLine(String line) {
      String[] fields = line.split(",", -1);
      return new Concept(fields[0], fields[1], fields[2], fields[4]);
    }
  }
}
