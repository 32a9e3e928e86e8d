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
   * the selections of one data point never overlap in a well-made framework.
   */
  public List<EmissionSelection> selectionsOf(DataPoint point) {
    return selections(point).toList();
  }

  private Stream<EmissionSelection> selections(DataPoint point) {
    if (point.measure() instanceof Measure.SumOf sum) {
      return sum.dataPoints().stream().map(this::dataPoint).flatMap(this::selections);
    }
    return Stream.of(((Measure.EmissionSum) point.measure()).selection());
  }

  private static void requireKnownParts(String id, List<DataPoint> points) {
    Map<String, DataPoint> seen = new LinkedHashMap<>();
    for (DataPoint point : points) {
      if (point.measure() instanceof Measure.SumOf sum) {
        sum.dataPoints().stream()
            .filter(part -> !seen.containsKey(part))
            .forEach(part -> refuse(id, point, "sums " + part + ", which is not listed before it"));
      }
      if (seen.put(point.id(), point) != null) {
        refuse(id, point, "is listed twice");
      }
    }
  }

  private static void refuse(String id, DataPoint point, String why) {
    throw new IllegalArgumentException(
        "framework " + id + ": data point " + point.id() + " " + why);
  }
}
