package com.offgridflow.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/** Records as trees of JSON, which is what their schema speaks of, and the values in them. */
final class RecordTree {
  private final ObjectMapper json = new ObjectMapper();

  /** The same as {@link ObjectMapper#valueToTree}, which takes a detour through a buffer. */
  ObjectNode tree(Map<String, ?> row) {
    ObjectNode node = json.createObjectNode();
    row.forEach((field, value) -> node.set(field, node(value)));
    return node;
  }

  private JsonNode node(Object value) {
    if (value instanceof String text) {
      return TextNode.valueOf(text);
    }
    if (value instanceof BigDecimal number) {
      return DecimalNode.valueOf(number.stripTrailingZeros());
    }
    return value instanceof Long whole ? LongNode.valueOf(whole) : json.valueToTree(value);
  }

  /** The details, in the order of their names. */
  static Map<String, String> details(JsonNode node) {
    Map<String, String> details = new TreeMap<>();
    for (Map.Entry<String, JsonNode> detail : node.path("details").properties()) {
      details.put(detail.getKey(), plain(detail.getValue()));
    }
    return details;
  }

  private static String plain(JsonNode value) {
    return value.isNumber() ? value.decimalValue().toPlainString() : value.asText();
  }

  static BigDecimal decimal(JsonNode node, String field) {
    JsonNode value = node.get(field);
    return value.isNumber() ? value.decimalValue() : new BigDecimal(value.textValue());
  }

  static String text(JsonNode node, String field) {
    JsonNode value = node.get(field);
    return value == null ? "" : value.asText();
  }
}
