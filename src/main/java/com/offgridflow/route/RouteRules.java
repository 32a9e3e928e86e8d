package com.offgridflow.route;

import com.fasterxml.jackson.databind.JsonNode;
import com.offgridflow.route.YamlDslSchema.Finding;
import java.util.ArrayList;
import java.util.List;

/** Ids and descriptions of the routes in a file. */
final class RouteRules {
  private RouteRules() {}

  static List<Finding> check(JsonNode file, String expectedId) {
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < file.size(); i++) {
      JsonNode item = file.path(i);
      String here = "/" + i;
      if (!item.isObject()) {
        findings.add(new Finding(here, "a list of routes has items like '- route:' and no texts"));
      }
      if (item.has("from")) {
        findings.add(
            new Finding(
                here + "/from", "put this into 'route:', so that it has an id and an owner"));
      }
      if (item.has("route")) {
        JsonNode route = item.get("route");
        add(
            findings,
            here + "/route",
            "id",
            HouseRules.id(route.path("id").asText(""), expectedId),
            route);
        add(
            findings,
            here + "/route",
            "description",
            HouseRules.description(route.path("description").asText("")),
            route);
      }
    }
    return findings;
  }

  private static void add(
      List<Finding> findings, String route, String field, List<String> problems, JsonNode node) {
    String pointer = node.has(field) ? route + "/" + field : route;
    problems.forEach(problem -> findings.add(new Finding(pointer, problem)));
  }
}
