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

  /**
   * The data points of the framework that a value of the other release comes from: the one that
   * became it, or those that its parts come from where it is a sum that only the other asks for.
   */
  public static List<String> origins(String framework, String other, String dataPoint) {
    Crosswalk crosswalk = Crosswalk.between(framework, other).orElseThrow();
    return origins(crosswalk, Frameworks.load(other), dataPoint).distinct().toList();
  }

  private static Stream<String> origins(Crosswalk crosswalk, Framework other, String dataPoint) {
    List<String> from =
        crosswalk.rows().stream()
            .filter(row -> row.to().filter(dataPoint::equals).isPresent())
            .flatMap(row -> row.from().stream())
            .toList();
    return from.isEmpty()
        ? other.dataPoint(dataPoint).measure().parts().stream()
            .flatMap(part -> origins(crosswalk, other, part))
        : from.stream();
  }
}
