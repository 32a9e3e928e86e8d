package com.offgridflow.route;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The JSON Schema of Camel's YAML, as far as the runtime holds to it. */
final class YamlDslSchema {
  private static final String SCHEMA = "/schema/camelYamlDsl.json";

  private final JsonNode document;
  private final JsonSchema schema;

  YamlDslSchema() {
    try (InputStream in = YamlDslSchema.class.getResourceAsStream(SCHEMA)) {
      document = new ObjectMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(SCHEMA + " of camel-yaml-dsl cannot be read", e);
    }
    schema =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V4)
            .getSchema(
                document, SchemaValidatorsConfig.builder().pathType(PathType.JSON_POINTER).build());
  }

  /** What the schema finds, one finding for each mistake. */
  List<Finding> check(JsonNode tree) {
    JsonNode copy = tree.deepCopy();
    Set<ValidationMessage> messages = schema.validate(copy);
    if (Leniency.apply(copy, messages)) {
      messages = schema.validate(copy);
    }
    List<Finding> findings = new ArrayList<>();
    Set<String> told = new HashSet<>();
    for (ValidationMessage message : messages) {
      if (isCertain(message) && told.add(place(message))) {
        findings.add(new Finding(place(message), describe(message)));
      }
    }
    findings.addAll(undecided(messages, findings));
    return findings;
  }

  /**
   * Of alternatives of which none fits, each complains; only a name unknown to one is a mistake.
   */
  private static boolean isCertain(ValidationMessage message) {
    boolean alternative = message.getEvaluationPath().toString().matches(".*/(oneOf|anyOf)/.*");
    return message.getType().equals("additionalProperties") || !alternative && !isChoice(message);
  }

  private static boolean isChoice(ValidationMessage message) {
    return Set.of("oneOf", "anyOf").contains(message.getType());
  }

  /** Alternatives of which none fits, without a certain mistake in there. */
  private static List<Finding> undecided(Set<ValidationMessage> messages, List<Finding> certain) {
    List<Finding> findings = new ArrayList<>();
    Set<String> places = new HashSet<>();
    certain.forEach(finding -> places.add(finding.pointer()));
    for (ValidationMessage message : messages) {
      String here = message.getInstanceLocation().toString();
      if (isChoice(message)
          && places.stream().noneMatch(place -> (place + "/").startsWith(here + "/"))) {
        places.add(here);
        findings.add(new Finding(here, missing(messages, here)));
      }
    }
    return findings;
  }

  private static String missing(Set<ValidationMessage> messages, String here) {
    List<ValidationMessage> local =
        messages.stream().filter(m -> m.getInstanceLocation().toString().equals(here)).toList();
    if (local.stream().anyMatch(m -> isChoice(m) && !m.getMessage().endsWith("0 are valid"))) {
      return "says the same in two ways; keep one";
    }
    String names =
        local.stream()
            .filter(m -> m.getType().equals("required"))
            .map(ValidationMessage::getProperty)
            .distinct()
            .sorted()
            .collect(Collectors.joining(", "));
    return names.isEmpty()
        ? "has none of the forms that Camel knows here"
        : "needs one of " + names;
  }

  private static String place(ValidationMessage message) {
    String object = message.getInstanceLocation().toString();
    return message.getType().equals("additionalProperties")
        ? object + "/" + message.getProperty()
        : object;
  }

  private String describe(ValidationMessage message) {
    return switch (message.getType()) {
      case "additionalProperties" -> unknown(message);
      case "required" -> "'" + message.getProperty() + "' is missing here";
      default -> message.getMessage().replaceFirst("^[^:]*: ", "");
    };
  }

  private String unknown(ValidationMessage message) {
    String word = message.getProperty();
    String pointer = message.getSchemaLocation().getFragment().toString();
    JsonNode properties = document.at(pointer.replaceFirst("[^/]+$", "properties"));
    List<String> known = new ArrayList<>();
    properties.fieldNames().forEachRemaining(known::add);
    return "'" + word + "' is unknown here; " + Suggestion.among(known, word);
  }

  /**
   * @param pointer JSON Pointer of the part that is wrong
   * @param message what is wrong
   */
  record Finding(String pointer, String message) {}
}
