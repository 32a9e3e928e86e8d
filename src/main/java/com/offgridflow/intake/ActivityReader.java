package com.offgridflow.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import com.offgridflow.activity.Activity;
import com.offgridflow.activity.ActivityKind;
import com.offgridflow.activity.Evidence;
import com.offgridflow.activity.Money;
import com.offgridflow.activity.Period;
import com.offgridflow.activity.Place;
import com.offgridflow.activity.Quantity;
import com.offgridflow.activity.Unit;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a record of {@code schemas/activity-1.json} into an {@link Activity}, or says why not. */
public final class ActivityReader {
  private final ObjectMapper json = new ObjectMapper();
  private final JsonSchema schema;

  /**
   * @param schema text of the schema
   */
  public ActivityReader(InputStream schema) {
    this.schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(schema);
  }

  /** Reads one record; its values are strings or numbers by the names of the schema. */
  public Reading read(Map<String, ?> row) {
    JsonNode node = json.valueToTree(row);
    Set<ValidationMessage> faults = schema.validate(node);
    if (!faults.isEmpty()) {
      return new Reading.Rejected(rejection(node, faults.iterator().next()));
    }
    ActivityKind kind = ActivityKind.ofCode(text(node, "kind")).orElseThrow();
    Optional<Unit> unit = unit(kind, text(node, "unit"));
    if (unit.isEmpty()) {
      return rejected(node, "unit", "UNKNOWN_UNIT", "the unit is not known", Hints.unit(kind));
    }
    try {
      Period period =
          new Period(
              Instant.parse(text(node, "period_start")), Instant.parse(text(node, "period_end")));
      return new Reading.Accepted(activity(node, kind, unit.get(), period));
    } catch (DateTimeException | IllegalArgumentException e) {
      String hint = "the end must be a real date after the start";
      return rejected(node, "period_end", "INVALID_PERIOD", e.getMessage(), hint);
    }
  }

  /** Other cloud use is counted in whatever the provider counts it in. */
  private static Optional<Unit> unit(ActivityKind kind, String symbol) {
    return kind == ActivityKind.CLOUD_OTHER
        ? Optional.of(Unit.of(symbol).orElseGet(() -> Unit.named(symbol)))
        : Unit.of(symbol);
  }

  private static Activity activity(JsonNode node, ActivityKind kind, Unit unit, Period period) {
    return new Activity(
        text(node, "record_key"),
        kind,
        text(node, "subject"),
        new Quantity(decimal(node, "quantity"), unit),
        period,
        new Place(
            text(node, "supplier"),
            text(node, "region"),
            text(node, "postcode"),
            text(node, "country"),
            text(node, "facility")),
        text(node, "account"),
        text(node, "service"),
        node.has("cost")
            ? Optional.of(new Money(decimal(node, "cost"), text(node, "currency")))
            : Optional.empty(),
        evidence(node));
  }

  private static Evidence evidence(JsonNode node) {
    long lines = node.has("lines") ? node.get("lines").asLong() : 1;
    return new Evidence(
        text(node, "evidence_object"), text(node, "evidence_digest"), text(node, "locator"), lines);
  }

  private Rejection rejection(JsonNode node, ValidationMessage fault) {
    String field =
        fault.getProperty() != null ? fault.getProperty() : fault.getInstanceLocation().getName(-1);
    String message =
        node.has(field) ? "the value does not fit" : "the record has no value for this field";
    JsonNode property = schema.getSchemaNode().path("properties").path(field);
    return rejection(node, field, "INVALID_FIELD", message, Hints.of(field, property));
  }

  private static Reading rejected(
      JsonNode node, String field, String code, String message, String hint) {
    return new Reading.Rejected(rejection(node, field, code, message, hint));
  }

  private static Rejection rejection(
      JsonNode node, String field, String code, String message, String hint) {
    return new Rejection(
        text(node, "evidence_object"),
        text(node, "locator"),
        field,
        text(node, field),
        code,
        message,
        hint);
  }

  private static BigDecimal decimal(JsonNode node, String field) {
    JsonNode value = node.get(field);
    return value.isNumber() ? value.decimalValue() : new BigDecimal(value.textValue());
  }

  private static String text(JsonNode node, String field) {
    JsonNode value = node.get(field);
    return value == null ? "" : value.asText();
  }
}
