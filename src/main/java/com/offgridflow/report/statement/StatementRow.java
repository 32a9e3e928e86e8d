package com.offgridflow.report.statement;

import com.offgridflow.report.ReportingPeriod;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** A statement as it is sent: texts by name of the field. */
public final class StatementRow {
  /** The fields, in the order of tables. */
  public static final List<String> FIELDS =
      List.of("key", "period", "value", "unit", "text", "language", "source");

  private final Map<String, String> fields;
  private final List<StatementFault> faults = new ArrayList<>();

  private StatementRow(Map<String, String> fields) {
    this.fields = fields;
  }

  /** What came of reading it. */
  public sealed interface Reading {
    /** A statement that fits every framework which asks for it. */
    record Read(Statement statement) implements Reading {}

    /** Why it is none, each field at fault. */
    record Refused(List<StatementFault> faults) implements Reading {}
  }

  /** Reads the fields. */
  public static Reading read(
      Map<String, String> fields, StatementKeys keys, String statedBy, Instant statedAt) {
    StatementRow row = new StatementRow(fields);
    row.checkNames();
    Optional<Statement> statement = row.statement(statedBy, statedAt);
    statement.ifPresent(one -> row.faults.addAll(keys.check(one)));
    return row.faults.isEmpty()
        ? new Reading.Read(statement.orElseThrow())
        : new Reading.Refused(List.copyOf(row.faults));
  }

  private void checkNames() {
    for (String name : new TreeSet<>(fields.keySet())) {
      if (!FIELDS.contains(name)) {
        fault(name, "one of " + FIELDS);
      }
    }
  }

  private Optional<Statement> statement(String statedBy, Instant statedAt) {
    Optional<ReportingPeriod> period = period();
    Optional<BigDecimal> value = value();
    checkContent(value);
    if (text("source").isEmpty()) {
      fault("source", "where it is evidenced, such as Annual report 2024, page 12");
    }
    if (!faults.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Statement(
            0,
            text("key"),
            period.orElseThrow(),
            value,
            text("unit"),
            text("text"),
            value.isPresent() ? "" : text("language"),
            text("source"),
            statedBy,
            statedAt));
  }

  private void checkContent(Optional<BigDecimal> value) {
    boolean words = !text("text").isEmpty();
    if (value.isPresent() && words) {
      fault("text", "left out where there is a value");
    } else if (value.isPresent() && text("unit").isEmpty()) {
      fault("unit", "the unit of the value");
    } else if (words && !text("language").matches("[a-z]{2}")) {
      fault("language", "the language of the text by ISO 639-1, such as en");
    } else if (value.isEmpty() && !words && text("value").isEmpty()) {
      fault("value", "a number with its unit, or a text with its language");
    }
  }

  private Optional<ReportingPeriod> period() {
    try {
      return Optional.of(ReportingPeriod.parse(text("period")));
    } catch (IllegalArgumentException e) {
      fault("period", e.getMessage());
      return Optional.empty();
    }
  }

  private Optional<BigDecimal> value() {
    try {
      return text("value").isEmpty()
          ? Optional.empty()
          : Optional.of(new BigDecimal(text("value")));
    } catch (NumberFormatException e) {
      fault("value", "a number with a decimal point and no separators, such as 1250000.50");
      return Optional.empty();
    }
  }

  private String text(String name) {
    return fields.getOrDefault(name, "").strip();
  }

  private void fault(String field, String message) {
    faults.add(new StatementFault(field, fields.getOrDefault(field, ""), message));
  }
}
