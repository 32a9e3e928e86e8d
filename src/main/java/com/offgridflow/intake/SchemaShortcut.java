package com.offgridflow.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Knows of most records that they fit a schema without asking its validator: those with the same
 * fields as one that did fit, whose values are within plain bounds or, where the schema has a
 * pattern or an enumeration, stood in one that did fit. Of all others it knows nothing.
 *
 * <p>A bill is tens of thousands of records that differ in little but day and quantity.
 */
final class SchemaShortcut {
  /** Keywords that judge a record by which fields it has, or each field by itself. */
  private static final Set<String> FIELD_BY_FIELD =
      Set.of(
          "$schema",
          "$id",
          "title",
          "description",
          "type",
          "additionalProperties",
          "required",
          "properties",
          "dependentRequired");

  private static final int MOST_SHAPES = 100;

  private final Map<String, FieldBounds> fields = new HashMap<>();
  private final Set<List<String>> shapes = ConcurrentHashMap.newKeySet();
  private final boolean usable;

  SchemaShortcut(JsonNode schema) {
    usable = schema.properties().stream().allMatch(word -> FIELD_BY_FIELD.contains(word.getKey()));
    schema
        .path("properties")
        .properties()
        .forEach(property -> fields.put(property.getKey(), FieldBounds.of(property.getValue())));
  }

  /** False means only that the validator must be asked. */
  boolean fits(Map<String, ?> record) {
    if (!usable || !shapes.contains(shape(record))) {
      return false;
    }
    for (Map.Entry<String, ?> value : record.entrySet()) {
      if (!fields.get(value.getKey()).hold(value.getValue())) {
        return false;
      }
    }
    return true;
  }

  /** The validator has found nothing wrong with this record. */
  void learn(Map<String, ?> record) {
    List<String> shape = shape(record);
    if (usable && shapes.size() < MOST_SHAPES && fields.keySet().containsAll(shape)) {
      shapes.add(shape);
      record.forEach((field, value) -> fields.get(field).learn(value));
    }
  }

  private static List<String> shape(Map<String, ?> record) {
    return List.copyOf(record.keySet());
  }
}
