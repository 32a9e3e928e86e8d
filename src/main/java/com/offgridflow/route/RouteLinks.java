package com.offgridflow.route;

import com.offgridflow.route.RouteFile.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** What only shows when the files are seen together: names that stand twice or lead nowhere. */
final class RouteLinks {
  private final List<RouteFile> files;
  private final OtherRoutes others;
  private final List<RouteProblem> problems = new ArrayList<>();

  private RouteLinks(List<RouteFile> files, OtherRoutes others) {
    this.files = files;
    this.others = others;
  }

  static List<RouteProblem> check(List<RouteFile> files, OtherRoutes others) {
    RouteLinks links = new RouteLinks(files, others);
    links.once(
        RouteFile::ids, others.ids(), "id '%s' is that of a route in %s too; ids must differ");
    Map<String, String> served =
        links.once(
            RouteFile::served,
            others.served(),
            "'%s' is where a route in %s begins too; calls could not tell which is meant");
    links.served(served);
    return links.problems;
  }

  private Map<String, String> once(
      Function<RouteFile, List<Named>> names, Map<String, String> elsewhere, String message) {
    Map<String, String> first = new TreeMap<>(elsewhere);
    for (RouteFile file : files) {
      for (Named part : names.apply(file)) {
        String other = first.putIfAbsent(part.name(), file.place(part));
        if (other != null) {
          problems.add(file.problem(part, message.formatted(part.name(), other)));
        }
      }
    }
    return first;
  }

  private void served(Map<String, String> served) {
    for (RouteFile file : files) {
      for (Named call : file.called()) {
        if (!served.containsKey(call.name())) {
          String message = "no route begins with '%s'; %s";
          String suggestion = Suggestion.among(served.keySet(), call.name());
          problems.add(file.problem(call, message.formatted(call.name(), suggestion)));
        }
      }
    }
  }
}
