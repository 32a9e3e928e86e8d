package com.offgridflow.route;

import com.fasterxml.jackson.databind.JsonNode;
import com.offgridflow.route.YamlDslSchema.Finding;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/** What a kamelet says about itself. */
final class KameletRules {
  private static final String TYPE = "camel.apache.org/kamelet.type";
  private static final Set<String> TYPES = Set.of("source", "action", "sink");

  private KameletRules() {}

  static List<Finding> check(JsonNode kamelet, String fileName) {
    List<Finding> findings = new ArrayList<>();
    String name = kamelet.at("/metadata/name").asText("");
    if (!name.equals(fileName)) {
      findings.add(
          new Finding(
              "/metadata/name",
              "name '" + name + "' must be '" + fileName + "', as the file is named"));
    }
    String type = kamelet.path("metadata").path("labels").path(TYPE).asText("");
    if (!TYPES.contains(type) || !name.endsWith("-" + type)) {
      findings.add(
          new Finding(
              "/metadata",
              "label '"
                  + TYPE
                  + "' must be source, action or sink, and the name must end with it"));
    }
    if (kamelet.at("/spec/template").isMissingNode()) {
      findings.add(new Finding("/spec", "'template' is missing here"));
    }
    properties(kamelet.at("/spec/definition/properties"), findings);
    return findings;
  }

  private static void properties(JsonNode properties, List<Finding> findings) {
    Iterator<String> names = properties.fieldNames();
    while (names.hasNext()) {
      String name = names.next();
      for (String field : List.of("title", "description", "example")) {
        if (!properties.get(name).has(field)) {
          findings.add(
              new Finding(
                  "/spec/definition/properties/" + name,
                  "property '" + name + "' needs \"" + field + "\""));
        }
      }
    }
  }
}
