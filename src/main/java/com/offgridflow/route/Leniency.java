package com.offgridflow.route;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.networknt.schema.ValidationMessage;
import java.util.Set;

/**
 * Turns what Camel takes, though its schema does not, into what the schema takes: a number where a
 * text is expected ({@code constant: 5}), a property placeholder where a number or a truth value
 * is.
 */
final class Leniency {
  private Leniency() {}

  /** Changes the tree where such a message points; whether it changed anything. */
  static boolean apply(JsonNode tree, Set<ValidationMessage> messages) {
    boolean changed = false;
    for (ValidationMessage message : messages) {
      if (message.getType().equals("type")) {
        String pointer = message.getInstanceLocation().toString();
        JsonNode replacement = replacement(tree.at(pointer), message.getMessage());
        if (replacement != null) {
          replace(tree, pointer, replacement);
          changed = true;
        }
      }
    }
    return changed;
  }

  private static JsonNode replacement(JsonNode found, String message) {
    if ((found.isNumber() || found.isBoolean()) && message.endsWith("string expected")) {
      return TextNode.valueOf(found.asText());
    }
    boolean placeholder = found.isTextual() && found.asText().matches("\\{\\{.+}}");
    if (placeholder && message.endsWith("boolean expected")) {
      return BooleanNode.TRUE;
    }
    boolean number = message.endsWith("number expected") || message.endsWith("integer expected");
    return placeholder && number ? IntNode.valueOf(1) : null;
  }

  private static void replace(JsonNode tree, String pointer, JsonNode replacement) {
    int slash = pointer.lastIndexOf('/');
    String key = pointer.substring(slash + 1).replace("~1", "/").replace("~0", "~");
    JsonNode parent = tree.at(pointer.substring(0, slash));
    if (parent instanceof ObjectNode object) {
      object.set(key, replacement);
    } else if (parent instanceof ArrayNode array) {
      array.set(Integer.parseInt(key), replacement);
    }
  }
}
