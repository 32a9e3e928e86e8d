package com.offgridflow.report;

import java.util.List;
import java.util.stream.Stream;

/** What the tenant stated behind a figure that is computed from others. */
public final class StatedParts {
  private StatedParts() {}

  /** Of the data point and of all that it is computed from; empty where records tell everything. */
  public static List<Stated> of(Report report, String dataPoint) {
    List<String> ids = behind(Frameworks.load(report.framework().id()), dataPoint).toList();
    return report.stated().stream().filter(each -> ids.contains(each.dataPoint())).toList();
  }

  private static Stream<String> behind(Framework framework, String dataPoint) {
    return Stream.concat(
        Stream.of(dataPoint),
        framework.dataPoint(dataPoint).measure().parts().stream()
            .flatMap(part -> behind(framework, part)));
  }
}
