package com.offgridflow.route;

import java.nio.file.Path;
import java.util.List;

/** Route files as the validator sees them. */
final class CheckedRoutes {
  static final RouteValidator VALIDATOR = new RouteValidator(new CatalogEndpoints());
  static final Path FILE = Path.of("routes", "source", "sample.camel.yaml");

  /** Lines 1 to 7; the steps follow from line 8 on. */
  static final String HEAD =
      """
      - route:
          id: source-sample
          description: Shows the validator a route. Owner integration team.
          from:
            uri: timer:sample
            parameters: {period: 1000}
            steps:
      """;

  private CheckedRoutes() {}

  static List<String> check(String steps) {
    return check(FILE, HEAD + steps.indent(2));
  }

  static List<String> check(Path file, String text) {
    return VALIDATOR.validate(file, text).stream().map(RouteProblem::toString).toList();
  }
}
