package com.offgridflow.report;

import java.util.List;
import java.util.stream.Stream;

/** What the tenant stated behind a figure that is computed from others. */
public final class StatedParts {
  private StatedParts() {}

  /** Of the data points and of all that they are computed from; empty where records tell all. */
  public static List<Stated> of(Report report, List<String> dataPoints) {
    Framework framework = Frameworks.load(report.framework().id());
    List<String> ids = dataPoints.stream().flatMap(id -> behind(framework, id)).toList();
    return report.stated().stream().filter(each -> ids.contains(each.dataPoint())).toList();
  }

  private static Stream<String> behind(Framework framework, String dataPoint) {
    return Stream.concat(
        Stream.of(dataPoint),
        framework.dataPoint(dataPoint).measure().parts().stream()
            .flatMap(part -> behind(framework, part)));
  }
}
