package com.offgridflow.emission.wiring;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.offgridflow.emission.profile.CloudMethod;
import com.offgridflow.emission.profile.Methodology;
import com.offgridflow.emission.profile.Profile;
import com.offgridflow.emission.profile.Profiles;
import com.offgridflow.problem.Problem;
import com.offgridflow.problem.Problem.Fault;
import com.offgridflow.problem.ProblemException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A tenant's methodology as JSON: {@code {"profile": "ccf-2024", "order": {"*": ["usage"], "aws":
 * ["reported", "usage"]}}}.
 */
final class MethodologyChoice {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> FIELDS = List.of("profile", "order");
  private static final String EXAMPLE =
      "{\"profile\": \"" + Profiles.CURRENT + "\", \"order\": {\"*\": [\"usage\", \"reported\"]}}";

  private MethodologyChoice() {}

  static Map<String, Object> toJson(Methodology chosen) {
    Map<String, List<String>> order = new TreeMap<>();
    chosen
        .order()
        .forEach(
            (provider, methods) ->
                order.put(provider, methods.stream().map(CloudMethod::code).toList()));
    List<Map<String, String>> profiles =
        Profiles.NAMES.stream().map(Profiles::named).map(MethodologyChoice::described).toList();
    return Map.of("profile", chosen.profile(), "order", order, "profiles", profiles);
  }

  private static Map<String, String> described(Profile profile) {
    return Map.of("name", profile.name(), "title", profile.title(), "source", profile.source());
  }

  /**
   * An order that is not given is the hub's own.
   *
   * @throws ProblemException naming each field at fault
   */
  static Methodology ofJson(byte[] body) {
    JsonNode tree = tree(body);
    List<Fault> faults = new ArrayList<>();
    checkFields(tree, faults);
    String profile = tree.path("profile").asText(Profiles.CURRENT);
    requireProfile("/profile", profile, faults);
    Map<String, List<CloudMethod>> order = new TreeMap<>(Methodology.CURRENT.order());
    tree.path("order")
        .fields()
        .forEachRemaining(
            field -> order.put(field.getKey(), methods(field.getKey(), field.getValue(), faults)));
    if (!faults.isEmpty()) {
      throw new ProblemException(Problem.invalid("the methodology is not valid", faults));
    }
    return new Methodology(profile, order);
  }

  /** A misspelt field would else leave the hub's own choice in its place. */
  private static void checkFields(JsonNode tree, List<Fault> faults) {
    tree.fieldNames()
        .forEachRemaining(
            name -> {
              if (!FIELDS.contains(name)) {
                faults.add(new Fault("/" + name, "", "should be one of " + FIELDS));
              }
            });
    if (tree.has("order") && !tree.path("order").isObject()) {
      faults.add(
          new Fault(
              "/order",
              tree.path("order").toString(),
              "should be an object such as in " + EXAMPLE));
    }
  }

  /** Adds a fault where there is no profile of this name. */
  static void requireProfile(String field, String name, List<Fault> faults) {
    if (!Profiles.NAMES.contains(name)) {
      faults.add(new Fault(field, name, "should be one of " + String.join(", ", Profiles.NAMES)));
    }
  }

  private static List<CloudMethod> methods(String provider, JsonNode node, List<Fault> faults) {
    String field = "/order/" + provider;
    List<CloudMethod> methods = new ArrayList<>();
    for (JsonNode item : node) {
      CloudMethod.ofCode(item.asText())
          .filter(method -> !methods.contains(method))
          .ifPresentOrElse(methods::add, () -> faults.add(badMethod(field, item.asText())));
    }
    if (methods.isEmpty()) {
      faults.add(badMethod(field, node.toString()));
    }
    if (!provider.equals(provider.toLowerCase(Locale.ROOT))) {
      faults.add(new Fault(field, provider, "should be in lower case, such as aws, or *"));
    }
    return methods;
  }

  private static Fault badMethod(String field, String value) {
    return new Fault(
        field, value, "should list some of " + CloudMethod.codes() + ", each once, best first");
  }

  private static JsonNode tree(byte[] body) {
    try {
      JsonNode tree = JSON.readTree(body);
      if (tree != null && tree.isObject()) {
        return tree;
      }
      throw invalid("should be an object such as " + EXAMPLE);
    } catch (JsonProcessingException e) {
      throw invalid("should be JSON such as " + EXAMPLE + ": " + e.getOriginalMessage());
    } catch (IOException e) {
      throw invalid("should be JSON such as " + EXAMPLE);
    }
  }

  private static ProblemException invalid(String message) {
    return new ProblemException(
        Problem.invalid("the methodology is not valid", List.of(new Fault("", "", message))));
  }
}
