package com.offgridflow.route;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** A file of routes that is YAML, with what it has to do with other files. */
final class RouteFile {
  private static final String DIRECT = "direct:";

  private final YamlFile yaml;
  private final JsonNode tree;

  RouteFile(YamlFile yaml, JsonNode tree) {
    this.yaml = yaml;
    this.tree = tree;
  }

  /** Ids of its routes. */
  List<Named> ids() {
    List<Named> ids = new ArrayList<>();
    for (int i = 0; i < tree.size(); i++) {
      String id = tree.path(i).path("route").path("id").asText("");
      if (!id.isEmpty()) {
        ids.add(new Named(id, "/" + i + "/route/id"));
      }
    }
    return ids;
  }

  /** The endpoints {@code direct:} that its routes begin with. */
  List<Named> served() {
    List<Named> served = new ArrayList<>();
    for (int i = 0; i < tree.size(); i++) {
      String from = uri(tree.path(i).path("route").path("from"));
      if (from.startsWith(DIRECT)) {
        served.add(new Named(plain(from), "/" + i + "/route/from"));
      }
    }
    return served;
  }

  /** The endpoints {@code direct:} that its routes call by a name that is written out. */
  List<Named> called() {
    List<Named> called = new ArrayList<>();
    new TreeSet<>(RouteWalk.CALLS).forEach(step -> collect(tree, "", step, called));
    return called;
  }

  private static void collect(JsonNode node, String pointer, String step, List<Named> called) {
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      collect(node.get(i), pointer + "/" + i, step, called);
    }
    node.properties()
        .forEach(
            field -> {
              String here = pointer + "/" + field.getKey().replace("~", "~0").replace("/", "~1");
              String uri = field.getKey().equals(step) ? uri(field.getValue()) : "";
              if (uri.startsWith(DIRECT) && !uri.contains("${") && !uri.contains("{{")) {
                called.add(new Named(plain(uri), here));
              }
              collect(field.getValue(), here, step, called);
            });
  }

  RouteProblem problem(Named part, String message) {
    return yaml.at(part.pointer(), message);
  }

  /** As editors turn it into a link. */
  String place(Named part) {
    RouteProblem here = yaml.at(part.pointer(), "");
    return here.file() + ":" + here.line();
  }

  private static String uri(JsonNode step) {
    return step.isTextual() ? step.asText() : step.path("uri").asText("");
  }

  private static String plain(String uri) {
    return uri.replaceFirst("\\?.*", "").replaceFirst("^direct:(//)?", DIRECT);
  }

  /**
   * @param name an id or an endpoint
   * @param pointer where it stands
   */
  record Named(String name, String pointer) {}
}
