package com.offgridflow.emission.profile;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/** Reads a profile from its document. */
final class ProfileReader {
  private static final String TABLES = "tables";
  private static final String TYPES = "types";
  private static final String CLASSES = "classes";

  private final String name;
  private final JsonNode root;

  ProfileReader(String name, JsonNode root) {
    this.name = name;
    this.root = root;
  }

  /**
   * @throws IllegalArgumentException when a part is missing or one is none of the causes
   */
  Profile profile() {
    Map<Cause, Part> parts = new EnumMap<>(Cause.class);
    root.fields()
        .forEachRemaining(
            field -> {
              if (field.getValue().isObject()) {
                parts.put(cause(field.getKey()), part(field.getValue()));
              }
            });
    return new Profile(name, root.path("title").asText(), root.path("source").asText(), parts);
  }

  private Cause cause(String code) {
    return Cause.ofCode(code)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "profile '" + name + "': '" + code + "' is none of " + codes()));
  }

  private static List<String> codes() {
    return List.of(Cause.values()).stream().map(Cause::code).toList();
  }

  private static Part part(JsonNode node) {
    Map<String, List<String>> words = new TreeMap<>();
    node.fields()
        .forEachRemaining(
            field -> {
              if (!List.of(TABLES, TYPES, CLASSES).contains(field.getKey())) {
                words.put(field.getKey(), texts(field.getValue()));
              }
            });
    return new Part(texts(node.path(TABLES)), texts(node.path(TYPES)), words, classes(node));
  }

  private static Map<String, List<String>> classes(JsonNode node) {
    Map<String, List<String>> classes = new TreeMap<>();
    node.path(CLASSES)
        .fields()
        .forEachRemaining(field -> classes.put(field.getKey(), texts(field.getValue())));
    return classes;
  }

  /** A list of texts; one text is a list of one. */
  private static List<String> texts(JsonNode node) {
    return node.isTextual()
        ? List.of(node.asText())
        : StreamSupport.stream(node.spliterator(), false).map(JsonNode::asText).toList();
  }
}
