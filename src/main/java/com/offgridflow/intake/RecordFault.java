package com.offgridflow.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonNodePath;
import com.networknt.schema.ValidationMessage;
import java.util.stream.Stream;

/**
 * What a record breaks of the schema.
 *
 * @param field the field at fault, of a detail its name behind {@code details.}
 */
record RecordFault(JsonNode record, String field) {
  private static final String DETAIL = "details.";

  /** The field that the schema's validator means. */
  static RecordFault of(JsonNode record, ValidationMessage fault) {
    JsonNodePath place = fault.getInstanceLocation();
    if (place.getNameCount() > 0 && place.getName(0).equals("details")) {
      String detail = place.getNameCount() > 1 ? place.getName(1) : fault.getProperty();
      return new RecordFault(record, detail == null ? "details" : DETAIL + detail);
    }
    if (fault.getType().equals("dependentRequired")) {
      return new RecordFault(record, missing(record, fault));
    }
    return new RecordFault(
        record, fault.getProperty() != null ? fault.getProperty() : place.getName(-1));
  }

  private static String missing(JsonNode record, ValidationMessage fault) {
    return Stream.of(fault.getArguments())
        .map(Object::toString)
        .filter(name -> !record.has(name))
        .findFirst()
        .orElse(fault.getProperty());
  }

  /** What tells the sender, with what the schema asks of the field. */
  Rejection rejection(JsonNode schema) {
    if (field.startsWith(DETAIL)) {
      return rejection(record, field, "INVALID_FIELD", "the detail does not fit", Hints.DETAIL);
    }
    String message =
        record.has(field) ? "the value does not fit" : "the record has no value for this field";
    String hint = Hints.of(field, schema.path("properties").path(field));
    return rejection(record, field, "INVALID_FIELD", message, hint);
  }

  /** A rejection of a record for one of its fields, with the value that is there. */
  static Rejection rejection(
      JsonNode record, String field, String code, String message, String hint) {
    return new Rejection(
        RecordTree.text(record, "evidence_object"),
        RecordTree.text(record, "locator"),
        field,
        field.startsWith(DETAIL)
            ? RecordTree.text(record.path("details"), field.substring(DETAIL.length()))
            : RecordTree.text(record, field),
        code,
        message,
        hint);
  }
}
