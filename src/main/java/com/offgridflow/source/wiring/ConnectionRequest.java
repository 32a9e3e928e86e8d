package com.offgridflow.source.wiring;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.offgridflow.problem.Problem;
import com.offgridflow.problem.Problem.Fault;
import com.offgridflow.problem.ProblemException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A connection as an administrator describes it in JSON, of the right types and not yet checked.
 *
 * @param secret credentials; absent to keep those that are there
 * @param cron absent for a connection that is synced on demand only
 */
record ConnectionRequest(
    String kind,
    Map<String, String> settings,
    Optional<Map<String, String>> secret,
    Optional<String> cron,
    String timeZone,
    boolean enabled) {
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(JsonParser.Feature.INCLUDE_SOURCE_IN_LOCATION);
  private static final Set<String> FIELDS =
      new TreeSet<>(List.of("kind", "settings", "secret", "cron", "time_zone", "enabled"));
  private static final String SHAPE =
      "{\"kind\": \"aws-cur\", \"settings\": {\"location\": \"s3://acme-billing/exports\"}}";

  /**
   * @throws ProblemException when it cannot be read; it never tells a secret
   */
  static ConnectionRequest read(byte[] body) {
    JsonNode json = object(body);
    List<Fault> faults = new ArrayList<>();
    json.fieldNames().forEachRemaining(name -> requireKnown(name, faults));
    ConnectionRequest request =
        new ConnectionRequest(
            text(json, "kind", faults).orElse(""),
            texts(json, "settings", faults).orElse(Map.of()),
            texts(json, "secret", faults),
            text(json, "cron", faults),
            text(json, "time_zone", faults).orElse("UTC"),
            enabled(json.path("enabled"), faults));
    if (!faults.isEmpty()) {
      throw invalid(faults);
    }
    return request;
  }

  private static JsonNode object(byte[] body) {
    try {
      JsonNode json = JSON.readTree(body);
      if (json.isObject()) {
        return json;
      }
    } catch (IOException e) {
      throw invalid(List.of(new Fault("", "", "should be JSON like " + SHAPE)));
    }
    throw invalid(List.of(new Fault("", "", "should be an object like " + SHAPE)));
  }

  private static void requireKnown(String name, List<Fault> faults) {
    if (!FIELDS.contains(name)) {
      faults.add(new Fault("/" + name, name, "is unknown; a connection has " + FIELDS));
    }
  }

  private static Optional<String> text(JsonNode json, String field, List<Fault> faults) {
    JsonNode value = json.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isTextual()) {
      faults.add(new Fault("/" + field, value.toString(), "should be a string"));
    }
    return Optional.of(value.asText());
  }

  private static Optional<Map<String, String>> texts(
      JsonNode json, String field, List<Fault> faults) {
    JsonNode value = json.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isObject()) {
      faults.add(new Fault("/" + field, "", "should be an object of strings, like {\"a\": \"b\"}"));
    }
    Map<String, String> texts = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : value.properties()) {
      texts.put(entry.getKey(), entry.getValue().asText());
      if (!entry.getValue().isTextual()) {
        String shown = field.equals("secret") ? "" : entry.getValue().toString();
        String path = "/" + field + "/" + entry.getKey();
        faults.add(new Fault(path, shown, "should be a string, in quotation marks"));
      }
    }
    return Optional.of(texts);
  }

  private static boolean enabled(JsonNode value, List<Fault> faults) {
    if (!value.isMissingNode() && !value.isNull() && !value.isBoolean()) {
      faults.add(new Fault("/enabled", value.toString(), "should be true or false"));
    }
    return value.asBoolean(true);
  }

  static ProblemException invalid(List<Fault> faults) {
    return new ProblemException(Problem.invalid("the connection is not valid", faults));
  }

  /** Without its secret. */
  @Override
  public String toString() {
    return "a connection of kind " + kind;
  }
}
