package com.offgridflow.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The other releases of its framework that a frozen report can be rendered for. */
public final class OtherReleases {
  private OtherReleases() {}

  /** Their ids. */
  public static List<String> of(String framework) {
    return Frameworks.ids().stream()
        .filter(other -> Crosswalk.between(framework, other).isPresent())
        .toList();
  }

  /** The report for the other release; empty where no crosswalk leads to it. */
  public static Optional<Report> render(Report frozen, String other) {
    String id = frozen.framework().id();
    return Crosswalk.between(id, other)
        .map(
            crosswalk ->
                new OtherRelease(Frameworks.load(id), Frameworks.load(other), crosswalk)
                    .of(frozen));
  }

  /** All of them. */
  public static Stream<Report> renderAll(Report frozen) {
    return of(frozen.framework().id()).stream().flatMap(other -> render(frozen, other).stream());
  }

  /** The data point of the framework that became the one of the other release. */
  public static Optional<String> origin(String framework, String other, String dataPoint) {
    return Crosswalk.between(framework, other).stream()
        .flatMap(crosswalk -> crosswalk.rows().stream())
        .filter(row -> row.to().filter(dataPoint::equals).isPresent())
        .flatMap(row -> row.from().stream())
        .findFirst();
  }
}
