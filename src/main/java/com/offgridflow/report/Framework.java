package com.offgridflow.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A reporting framework in one release, as {@code schemas/frameworks/<id>.yaml} states it.
 *
 * @param id such as {@code esrs-2023}
 * @param release the taxonomy's release, such as {@code 2023-12-22}
 * @param title what it is called
 * @param taxonomy where its concepts come from; empty where it has none
 * @param status whether it is in force
 * @param dataPoints in the order of presentation, sums after what they sum
 * @param notes what the framework's rules mean for the figures
 */
public record Framework(
    String id,
    String release,
    Text title,
    Optional<Taxonomy> taxonomy,
    FrameworkStatus status,
    List<DataPoint> dataPoints,
    List<Text> notes) {
  public Framework {
    dataPoints = List.copyOf(dataPoints);
    notes = List.copyOf(notes);
    requireKnownParts(id, dataPoints);
  }

  /** The data point of this id. */
  public DataPoint dataPoint(String dataPointId) {
    return dataPoints.stream()
        .filter(point -> point.id().equals(dataPointId))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("framework " + id + " has no " + dataPointId));
  }

  /**
   * The emissions behind a data point, as parameters for a query. A sum has those of all its parts;
   * the selections of a sum never overlap in a well-made framework. Energy has the emissions of its
   * carriers, whatever they were made from; words and stated figures have none.
   */
  public List<EmissionSelection> selectionsOf(DataPoint point) {
    return selections(point).distinct().toList();
  }

  private Stream<EmissionSelection> selections(DataPoint point) {
    Stream<EmissionSelection> ofParts =
        point.measure().parts().stream().map(this::dataPoint).flatMap(this::selections);
    if (point.measure() instanceof Measure.EmissionSum sum) {
      return Stream.of(sum.selection());
    }
    return point.measure() instanceof Measure.EnergySum sum
        ? sum.selection().emissions().stream()
        : ofParts;
  }

  /** Whether any data point needs gases told apart. */
  public boolean asksForGases() {
    return dataPoints.stream()
        .anyMatch(
            point -> point.measure() instanceof Measure.EmissionSum sum && sum.gas().isPresent());
  }

  /** Whether any data point needs energy. */
  public boolean asksForEnergy() {
    return dataPoints.stream().anyMatch(point -> point.measure() instanceof Measure.EnergySum);
  }

  private static void requireKnownParts(String id, List<DataPoint> points) {
    Map<String, DataPoint> seen = new LinkedHashMap<>();
    for (DataPoint point : points) {
      requireParts(id, point, seen);
      if (seen.put(point.id(), point) != null) {
        refuse(id, point, "is listed twice");
      }
    }
  }

  private static void requireParts(String id, DataPoint point, Map<String, DataPoint> seen) {
    String verb = point.measure() instanceof Measure.SumOf ? "sums " : "rests on ";
    for (String part : point.measure().parts()) {
      if (!seen.containsKey(part)) {
        refuse(id, point, verb + part + ", which is not listed before it");
      }
      if (seen.get(part).words()) {
        refuse(id, point, verb + part + ", which is words and no figure");
      }
    }
    requireUnits(id, point, seen);
  }

  /** Only a ratio may have parts in different units. */
  private static void requireUnits(String id, DataPoint point, Map<String, DataPoint> seen) {
    List<String> units =
        point.measure().parts().stream().map(part -> seen.get(part).unit()).distinct().toList();
    boolean fits =
        point.measure() instanceof Measure.Ratio
            ? String.join("/", units).equals(point.unit())
            : units.size() < 2;
    boolean same = !(point.measure() instanceof Measure.SumOf) || units.contains(point.unit());
    if (!fits || !same) {
      refuse(id, point, "is in " + point.unit() + ", which does not follow from " + units);
    }
  }

  private static void refuse(String id, DataPoint point, String why) {
    throw new IllegalArgumentException(
        "framework " + id + ": data point " + point.id() + " " + why);
  }
}
