package com.offgridflow.intake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/**
 * The values of a record by the names of the schema. Texts, numbers and whole numbers are read as
 * they came: a tree of JSON is made only where a value is of another kind, or the schema's
 * validator has to be asked.
 */
final class RecordFields {
  private final Map<String, ?> row;
  private final RecordTree trees;
  private ObjectNode tree;

  RecordFields(Map<String, ?> row, RecordTree trees) {
    this.row = row;
    this.trees = trees;
  }

  /** The record as its schema speaks of it. */
  ObjectNode tree() {
    if (tree == null) {
      tree = trees.tree(row);
    }
    return tree;
  }

  /** Empty where there is none. */
  String text(String field) {
    Object value = row.get(field);
    if (value == null) {
      return "";
    }
    return value instanceof String text ? text : RecordTree.text(tree(), field);
  }

  boolean has(String field) {
    return row.containsKey(field);
  }

  BigDecimal decimal(String field) {
    Object value = row.get(field);
    return value instanceof BigDecimal number
        ? number.stripTrailingZeros()
        : RecordTree.decimal(tree(), field);
  }

  /** Of a whole number. */
  long whole(String field) {
    return row.get(field) instanceof Long number ? number : tree().get(field).asLong();
  }

  /** The details, in the order of their names. */
  Map<String, String> details() {
    return has("details") ? RecordTree.details(tree()) : Map.of();
  }

  /** PostgreSQL has no NUL in text, and one such value would take its whole batch down. */
  Optional<String> unstorable() {
    return unstorable(row)
        .or(() -> row.get("details") instanceof Map<?, ?> details ? unstorable(details) : none());
  }

  private static Optional<String> unstorable(Map<?, ?> values) {
    for (Map.Entry<?, ?> field : values.entrySet()) {
      if (field.getValue() instanceof String text && text.indexOf('\0') >= 0) {
        return Optional.of(field.getKey().toString());
      }
    }
    return none();
  }

  private static Optional<String> none() {
    return Optional.empty();
  }
}
