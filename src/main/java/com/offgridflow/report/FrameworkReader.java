package com.offgridflow.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.offgridflow.report.Measure.EmissionSum;
import com.offgridflow.report.Measure.SumOf;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Reads a framework from a document that is valid by {@code schemas/framework-1.json}. */
final class FrameworkReader {
  private final JsonNode root;

  FrameworkReader(JsonNode root) {
    this.root = root;
  }

  Framework framework() {
    return new Framework(
        word(root, "id"),
        word(root, "release"),
        text(root.get("title")),
        optional(root, "taxonomy", FrameworkReader::taxonomy),
        optional(root, "status", FrameworkReader::status).orElse(FrameworkStatus.ADOPTED),
        list(root.get("dataPoints"), FrameworkReader::dataPoint),
        list(root.path("notes"), FrameworkReader::text));
  }

  private static Taxonomy taxonomy(JsonNode node) {
    return new Taxonomy(word(node, "namespace"), word(node, "prefix"), word(node, "schemaRef"));
  }

  private static FrameworkStatus status(JsonNode node) {
    return FrameworkStatus.valueOf(node.textValue().toUpperCase(Locale.ROOT));
  }

  private static DataPoint dataPoint(JsonNode node) {
    return new DataPoint(
        word(node, "id"),
        word(node, "paragraph"),
        text(node.get("label")),
        optional(node, "concept", JsonNode::textValue),
        word(node, "unit"),
        node.get("decimals").intValue(),
        list(node.path("dimensions"), FrameworkReader::dimension),
        measure(node),
        optional(node, "whenMissing", FrameworkReader::text));
  }

  private static Dimension dimension(JsonNode node) {
    return new Dimension(word(node, "axis"), word(node, "member"));
  }

  private static Measure measure(JsonNode node) {
    return node.has("sumOf")
        ? new SumOf(list(node.get("sumOf"), JsonNode::textValue))
        : new EmissionSum(selection(node.get("query")));
  }

  private static EmissionSelection selection(JsonNode node) {
    return new EmissionSelection(
        node.get("scope").intValue(),
        list(node.path("methods"), JsonNode::textValue).stream().collect(Collectors.toSet()),
        optional(node, "category", JsonNode::intValue));
  }

  private static Text text(JsonNode node) {
    return new Text(
        node.properties().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().textValue())));
  }

  private static String word(JsonNode node, String name) {
    return node.get(name).textValue();
  }

  private static <T> List<T> list(JsonNode node, Function<JsonNode, T> reader) {
    return StreamSupport.stream(node.spliterator(), false).map(reader).toList();
  }

  private static <T> Optional<T> optional(
      JsonNode node, String name, Function<JsonNode, T> reader) {
    return Optional.ofNullable(node.get(name)).map(reader);
  }
}
