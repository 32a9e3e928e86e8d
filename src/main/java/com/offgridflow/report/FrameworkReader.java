package com.offgridflow.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.offgridflow.report.Measure.EmissionSum;
import com.offgridflow.report.Measure.EnergySum;
import com.offgridflow.report.Measure.Ratio;
import com.offgridflow.report.Measure.Share;
import com.offgridflow.report.Measure.StatedFigure;
import com.offgridflow.report.Measure.StatedText;
import com.offgridflow.report.Measure.SumOf;
import com.offgridflow.report.energy.EnergyCarrier;
import com.offgridflow.report.energy.EnergySelection;
import com.offgridflow.report.energy.EnergySource;
import com.offgridflow.report.energy.EnergyTotal.Contract;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
        list(root.get("dataPoints"), this::dataPoint),
        list(root.path("notes"), FrameworkReader::text));
  }

  private static Taxonomy taxonomy(JsonNode node) {
    return new Taxonomy(word(node, "namespace"), word(node, "prefix"), word(node, "schemaRef"));
  }

  private static FrameworkStatus status(JsonNode node) {
    return FrameworkStatus.valueOf(node.textValue().toUpperCase(Locale.ROOT));
  }

  private DataPoint dataPoint(JsonNode node) {
    return new DataPoint(
        word(node, "id"),
        word(node, "paragraph"),
        text(node.get("label")),
        optional(node, "concept", JsonNode::textValue),
        node.path("unit").asText(),
        node.path("decimals").asInt(),
        dimensions(node),
        measure(node),
        optional(node, "statement", JsonNode::textValue),
        optional(node, "whenMissing", FrameworkReader::text));
  }

  private List<Dimension> dimensions(JsonNode node) {
    return Stream.concat(
            list(node.path("dimensions"), FrameworkReader::dimension).stream(),
            list(node.path("typed"), JsonNode::textValue).stream().map(this::whole))
        .toList();
  }

  private Dimension whole(String axis) {
    JsonNode member = root.path("taxonomy").path("typedMembers").path(axis);
    if (!member.isTextual()) {
      throw new IllegalArgumentException(
          "typed axis '%s' needs a text under taxonomy/typedMembers".formatted(axis));
    }
    return new Dimension(axis, member.textValue());
  }

  private static Dimension dimension(JsonNode node) {
    return new Dimension(word(node, "axis"), word(node, "member"));
  }

  private static Measure measure(JsonNode node) {
    return optional(node, "query", FrameworkReader::emissions)
        .or(() -> optional(node, "energy", FrameworkReader::energy))
        .or(() -> optional(node, "sumOf", parts -> sum(parts, true)))
        .or(() -> optional(node, "sumOfPresent", parts -> sum(parts, false)))
        .or(() -> optional(node, "ratio", of -> new Ratio(word(of, "of"), word(of, "per"))))
        .or(() -> optional(node, "share", of -> new Share(word(of, "of"), word(of, "in"))))
        .orElseGet(() -> stated(node));
  }

  private static Measure sum(JsonNode parts, boolean complete) {
    return new SumOf(list(parts, JsonNode::textValue), complete);
  }

  private static Measure stated(JsonNode node) {
    return node.has("unit")
        ? new StatedFigure()
        : new StatedText(optional(node, "pattern", JsonNode::textValue));
  }

  private static Measure emissions(JsonNode node) {
    EmissionSelection selection =
        new EmissionSelection(
            node.get("scope").intValue(),
            codes(node, "methods", code -> code),
            optional(node, "category", JsonNode::intValue));
    return new EmissionSum(selection, optional(node, "gas", gas -> Gas.ofCode(gas.textValue())));
  }

  private static Measure energy(JsonNode node) {
    return new EnergySum(
        new EnergySelection(
            codes(node, "carriers", EnergyCarrier::ofCode),
            codes(node, "sources", EnergySource::ofCode),
            codes(node, "contracts", code -> Contract.valueOf(code.toUpperCase(Locale.ROOT)))));
  }

  private static <T> Set<T> codes(JsonNode node, String name, Function<String, T> reader) {
    return list(node.path(name), code -> reader.apply(code.textValue())).stream()
        .collect(Collectors.toSet());
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
