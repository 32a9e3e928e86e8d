package com.offgridflow.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import com.offgridflow.activity.Activity;
import com.offgridflow.activity.ActivityKind;
import com.offgridflow.activity.BilledUnits;
import com.offgridflow.activity.Evidence;
import com.offgridflow.activity.Money;
import com.offgridflow.activity.Period;
import com.offgridflow.activity.Place;
import com.offgridflow.activity.Quantity;
import com.offgridflow.activity.SiteDetails;
import com.offgridflow.activity.Unit;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Reads a record of {@code schemas/activity-1.json} into an {@link Activity}, or says why not. */
public final class ActivityReader {
  private static final int MOST_INSTANTS = 1000;

  private final RecordTree trees = new RecordTree();
  private final JsonSchema schema;
  private final SchemaShortcut shortcut;
  private final Optional<Clock> clock;
  private final Map<String, Instant> instants = new ConcurrentHashMap<>();

  /**
   * Reads what is planned too, however far ahead it is.
   *
   * @param schema text of the schema
   */
  public ActivityReader(InputStream schema) {
    this(schema, Optional.empty());
  }

  /**
   * Reads what has been used.
   *
   * @param schema text of the schema
   * @param clock by which use that lies ahead is refused
   */
  public ActivityReader(InputStream schema, Clock clock) {
    this(schema, Optional.of(clock));
  }

  private ActivityReader(InputStream schema, Optional<Clock> clock) {
    this.clock = clock;
    this.schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(schema);
    this.shortcut = new SchemaShortcut(this.schema.getSchemaNode());
  }

  /** Reads one record; its values are strings or numbers by the names of the schema. */
  public Reading read(Map<String, ?> row) {
    ObjectNode node = trees.tree(row);
    Optional<String> unstorable = RecordTree.unstorable(node);
    if (unstorable.isPresent()) {
      String message = "the value has a NUL character, which no text may have";
      String hint = "the same value without it";
      return rejected(node, unstorable.get(), "INVALID_FIELD", message, hint);
    }
    if (!shortcut.fits(node)) {
      Set<ValidationMessage> faults = schema.validate(node);
      if (!faults.isEmpty()) {
        return new Reading.Rejected(
            RecordFault.of(node, faults.iterator().next()).rejection(schema.getSchemaNode()));
      }
      shortcut.learn(node);
    }
    ActivityKind kind = ActivityKind.ofCode(RecordTree.text(node, "kind")).orElseThrow();
    Optional<Unit> unit =
        unit(kind, RecordTree.text(node, "supplier"), RecordTree.text(node, "unit"));
    if (unit.isEmpty()) {
      String message = Unit.unknown(RecordTree.text(node, "unit"));
      return rejected(node, "unit", "UNKNOWN_UNIT", message, Hints.unit(kind));
    }
    return read(node, kind, unit.get());
  }

  private Reading read(JsonNode node, ActivityKind kind, Unit unit) {
    Instant start = instant(node, "period_start");
    Instant end = instant(node, "period_end");
    if (start == null || end == null) {
      String field = start == null ? "period_start" : "period_end";
      String hint = "a day of the calendar, for example 2024-09-01T00:00:00Z";
      return rejected(node, field, "INVALID_PERIOD", "there is no such instant", hint);
    }
    if (!start.isBefore(end)) {
      String message = "the period ends before it has begun on " + start;
      return rejected(node, "period_end", "INVALID_PERIOD", message, "an instant after the start");
    }
    Optional<String> badZone = badZone(node);
    if (badZone.isPresent()) {
      String hint = "a name like Europe/Berlin or UTC";
      return rejected(node, "details", "UNKNOWN_TIME_ZONE", badZone.get(), hint);
    }
    return plausible(node, activity(node, kind, unit, new Period(start, end)));
  }

  private Reading plausible(JsonNode node, Activity activity) {
    return Plausibility.of(activity, clock.map(Clock::instant))
        .map(doubt -> rejected(node, doubt.field(), doubt.code(), doubt.message(), doubt.hint()))
        .orElseGet(() -> new Reading.Accepted(activity));
  }

  private static Optional<String> badZone(JsonNode node) {
    try {
      SiteDetails.zone(RecordTree.details(node));
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.of(e.getMessage());
    }
  }

  /** Null when there is no such instant. The few that a bill is about are parsed once. */
  private Instant instant(JsonNode node, String field) {
    if (instants.size() > MOST_INSTANTS) {
      instants.clear();
    }
    return instants.computeIfAbsent(RecordTree.text(node, field), ActivityReader::instant);
  }

  private static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** Other cloud use is counted in whatever the provider counts it in. */
  private static Optional<Unit> unit(ActivityKind kind, String supplier, String symbol) {
    Optional<Unit> known = Unit.of(symbol);
    boolean billed =
        known.isEmpty()
            && (kind == ActivityKind.CLOUD_OTHER || BilledUnits.of(supplier, symbol).isPresent());
    return billed ? Optional.of(Unit.named(symbol)) : known;
  }

  /**
   * A provider's own unit, which the hub does not know by itself, is read as the provider means it.
   */
  private static Quantity quantity(JsonNode node, ActivityKind kind, Unit unit, Period period) {
    BigDecimal amount = RecordTree.decimal(node, "quantity");
    Quantity recorded = new Quantity(amount, unit);
    if (kind == ActivityKind.CLOUD_OTHER || Unit.of(unit.symbol()).isPresent()) {
      return recorded;
    }
    YearMonth month = YearMonth.from(period.start().atOffset(ZoneOffset.UTC));
    return BilledUnits.of(RecordTree.text(node, "supplier"), unit.symbol())
        .map(billed -> billed.quantity(amount, month))
        .orElse(recorded);
  }

  private static Activity activity(JsonNode node, ActivityKind kind, Unit unit, Period period) {
    return new Activity(
        RecordTree.text(node, "record_key"),
        kind,
        RecordTree.text(node, "subject"),
        quantity(node, kind, unit, period),
        period,
        new Place(
            RecordTree.text(node, "supplier"),
            RecordTree.text(node, "region"),
            RecordTree.text(node, "postcode"),
            RecordTree.text(node, "country"),
            RecordTree.text(node, "facility")),
        RecordTree.text(node, "account"),
        RecordTree.text(node, "service"),
        node.has("cost")
            ? Optional.of(
                new Money(RecordTree.decimal(node, "cost"), RecordTree.text(node, "currency")))
            : Optional.empty(),
        evidence(node),
        RecordTree.details(node));
  }

  private static Evidence evidence(JsonNode node) {
    long lines = node.has("lines") ? node.get("lines").asLong() : 1;
    return new Evidence(
        RecordTree.text(node, "evidence_object"),
        RecordTree.text(node, "evidence_digest"),
        RecordTree.text(node, "locator"),
        lines);
  }

  private static Reading rejected(
      JsonNode node, String field, String code, String message, String hint) {
    return new Reading.Rejected(RecordFault.rejection(node, field, code, message, hint));
  }
}
