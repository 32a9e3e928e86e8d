package com.offgridflow.route;

import com.fasterxml.jackson.databind.JsonNode;
import com.offgridflow.route.YamlDslSchema.Finding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the endpoints and log messages of a file, wherever they stand, and has them checked. */
final class RouteWalk {
  private static final Set<String> ENDPOINTS =
      Set.of(
          "from",
          "to",
          "toD",
          "wireTap",
          "enrich",
          "pollEnrich",
          "poll",
          "interceptSendToEndpoint");

  /** Steps that send to an endpoint. */
  static final Set<String> CALLS = Set.of("to", "toD", "wireTap", "enrich");

  private static final Set<String> CONDITIONS = Set.of("filter", "when", "validate", "onWhen");

  // their URI is an expression, of which only the running route knows the value
  private static final Set<String> DYNAMIC =
      Set.of("toD", "wireTap", "enrich", "pollEnrich", "poll");

  private final EndpointCheck endpoints;
  private final StepCheck steps;

  RouteWalk(EndpointCheck endpoints, StepCheck steps) {
    this.endpoints = endpoints;
    this.steps = steps;
  }

  List<Finding> check(JsonNode tree) {
    List<Finding> findings = new ArrayList<>();
    visit(tree, "", findings);
    return findings;
  }

  private void visit(JsonNode node, String pointer, List<Finding> findings) {
    if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        visit(node.get(i), pointer + "/" + i, findings);
      }
      return;
    }
    Iterator<Map.Entry<String, JsonNode>> fields = node.fields();
    while (fields.hasNext()) {
      Map.Entry<String, JsonNode> field = fields.next();
      String here = pointer + "/" + field.getKey().replace("~", "~0").replace("/", "~1");
      step(field.getKey(), field.getValue(), here, findings);
      visit(field.getValue(), here, findings);
    }
  }

  private void step(String name, JsonNode step, String pointer, List<Finding> findings) {
    if (name.equals("log")) {
      String message = step.isTextual() ? step.asText() : step.path("message").asText("");
      tell(HouseRules.logMessage(message), pointer, findings);
    }
    // within 'bean:' a text is the method alone
    if (name.equals("bean") || name.equals("method") && step.isObject()) {
      BeanUse.of(step).ifPresent(bean -> tell(steps.bean(bean), pointer, findings));
    }
    if (name.equals("simple")) {
      String text = step.isTextual() ? step.asText() : step.path("expression").asText("");
      tell(steps.simple(text, condition(pointer)), pointer, findings);
    }
    boolean named = step.isTextual() || step.path("uri").isTextual();
    if (ENDPOINTS.contains(name) && named) {
      EndpointUse endpoint = endpoint(step);
      tell(HouseRules.secrets(endpoint), pointer, findings);
      tell(HouseRules.logEndpoint(endpoint), pointer, findings);
      if (!(DYNAMIC.contains(name) && endpoint.uri().contains("${"))) {
        tell(endpoints.problems(endpoint), pointer, findings);
      }
    }
  }

  /** Whether the step that the expression is of asks for true or false. */
  private static boolean condition(String pointer) {
    String step = pointer.replaceFirst("(/expression)?/simple$", "").replaceFirst("/[0-9]+$", "");
    return CONDITIONS.contains(step.substring(step.lastIndexOf('/') + 1));
  }

  private static EndpointUse endpoint(JsonNode step) {
    Map<String, String> parameters = new HashMap<>();
    JsonNode written = step.path("parameters");
    written.fieldNames().forEachRemaining(name -> parameters.put(name, written.get(name).asText()));
    return new EndpointUse(step.isTextual() ? step.asText() : step.get("uri").asText(), parameters);
  }

  private static void tell(List<String> problems, String pointer, List<Finding> findings) {
    problems.forEach(problem -> findings.add(new Finding(pointer, problem)));
  }
}
