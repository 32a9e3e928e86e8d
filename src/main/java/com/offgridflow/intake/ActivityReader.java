package com.offgridflow.intake;

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
    RecordFields record = new RecordFields(row, trees);
    Optional<String> unstorable = record.unstorable();
    if (unstorable.isPresent()) {
      String message = "the value has a NUL character, which no text may have";
      String hint = "the same value without it";
      return rejected(record, unstorable.get(), "INVALID_FIELD", message, hint);
    }
    if (!shortcut.fits(row)) {
      Set<ValidationMessage> faults = schema.validate(record.tree());
      if (!faults.isEmpty()) {
        return new Reading.Rejected(
            RecordFault.of(record.tree(), faults.iterator().next())
                .rejection(schema.getSchemaNode()));
      }
      shortcut.learn(row);
    }
    ActivityKind kind = ActivityKind.ofCode(record.text("kind")).orElseThrow();
    Optional<Unit> unit = unit(kind, record.text("supplier"), record.text("unit"));
    if (unit.isEmpty()) {
      String message = Unit.unknown(record.text("unit"));
      return rejected(record, "unit", "UNKNOWN_UNIT", message, Hints.unit(kind));
    }
    return read(record, kind, unit.get());
  }

  private Reading read(RecordFields record, ActivityKind kind, Unit unit) {
    Instant start = instant(record, "period_start");
    Instant end = instant(record, "period_end");
    if (start == null || end == null) {
      String field = start == null ? "period_start" : "period_end";
      String hint = "a day of the calendar, for example 2024-09-01T00:00:00Z";
      return rejected(record, field, "INVALID_PERIOD", "there is no such instant", hint);
    }
    if (!start.isBefore(end)) {
      String message = "the period ends before it has begun on " + start;
      return rejected(
          record, "period_end", "INVALID_PERIOD", message, "an instant after the start");
    }
    Optional<String> badZone = badZone(record);
    if (badZone.isPresent()) {
      String hint = "a name like Europe/Berlin or UTC";
      return rejected(record, "details", "UNKNOWN_TIME_ZONE", badZone.get(), hint);
    }
    return plausible(record, activity(record, kind, unit, new Period(start, end)));
  }

  private Reading plausible(RecordFields record, Activity activity) {
    return Plausibility.of(activity, clock.map(Clock::instant))
        .map(doubt -> rejected(record, doubt.field(), doubt.code(), doubt.message(), doubt.hint()))
        .orElseGet(() -> new Reading.Accepted(activity));
  }

  private static Optional<String> badZone(RecordFields record) {
    try {
      SiteDetails.zone(record.details());
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.of(e.getMessage());
    }
  }

  /** Null when there is no such instant. The few that a bill is about are parsed once. */
  private Instant instant(RecordFields record, String field) {
    if (instants.size() > MOST_INSTANTS) {
      instants.clear();
    }
    return instants.computeIfAbsent(record.text(field), ActivityReader::instant);
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
  private static Quantity quantity(
      RecordFields record, ActivityKind kind, Unit unit, Period period) {
    BigDecimal amount = record.decimal("quantity");
    Quantity recorded = new Quantity(amount, unit);
    if (kind == ActivityKind.CLOUD_OTHER || Unit.of(unit.symbol()).isPresent()) {
      return recorded;
    }
    YearMonth month = YearMonth.from(period.start().atOffset(ZoneOffset.UTC));
    return BilledUnits.of(record.text("supplier"), unit.symbol())
        .map(billed -> billed.quantity(amount, month))
        .orElse(recorded);
  }

  private static Activity activity(
      RecordFields record, ActivityKind kind, Unit unit, Period period) {
    return new Activity(
        record.text("record_key"),
        kind,
        record.text("subject"),
        quantity(record, kind, unit, period),
        period,
        new Place(
            record.text("supplier"),
            record.text("region"),
            record.text("postcode"),
            record.text("country"),
            record.text("facility")),
        record.text("account"),
        record.text("service"),
        record.has("cost")
            ? Optional.of(new Money(record.decimal("cost"), record.text("currency")))
            : Optional.empty(),
        evidence(record),
        record.details());
  }

  private static Evidence evidence(RecordFields record) {
    long lines = record.has("lines") ? record.whole("lines") : 1;
    return new Evidence(
        record.text("evidence_object"),
        record.text("evidence_digest"),
        record.text("locator"),
        lines);
  }

  private static Reading rejected(
      RecordFields record, String field, String code, String message, String hint) {
    return new Reading.Rejected(RecordFault.rejection(record.tree(), field, code, message, hint));
  }
}
