package com.offgridflow.report.view;

import com.offgridflow.report.Comparison;
import com.offgridflow.report.MissingValue;
import com.offgridflow.report.ReportValue;
import com.offgridflow.report.ReportingPeriod;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a framework asks for, as tables: the values, what they are compared with, what is missing.
 */
public final class FigureTables {
  private final Telling telling;

  FigureTables(Telling telling) {
    this.telling = telling;
  }

  /** Data points that stand for themselves, with where they are asked for. */
  public TableView values() {
    TableView.Builder table =
        TableView.with(
            telling.words("dataPoint", 60),
            telling.words("paragraph", 30),
            telling.figures("emissions", 24),
            telling.figures("value", 40),
            telling.words("unit", 16));
    for (ValueView value : telling.view().figures()) {
      table.row(
          value.total(),
          value.remark(),
          value.label(),
          value.paragraph(),
          value.emissions(),
          value.figure().toString(),
          value.unit());
    }
    return table.done();
  }

  /** Data points that divide another one. */
  public TableView parts() {
    TableView.Builder table =
        TableView.with(
            telling.words("dataPoint", 90),
            telling.figures("emissions", 24),
            telling.figures("value", 40),
            telling.words("unit", 16));
    for (ValueView value : telling.view().parts()) {
      table.row(
          false,
          value.remark(),
          value.label(),
          value.emissions(),
          value.figure().toString(),
          value.unit());
    }
    return table.done();
  }

  /** This report beside the base year and the year before. */
  public TableView comparisons() {
    TableView.Builder table =
        TableView.with(
            telling.words("dataPoint", 46),
            telling.words("comparedWith", 36),
            telling.figures("then", 33),
            telling.figures("now", 33),
            telling.figures("change", 22));
    telling.report().comparisons().forEach(comparison -> add(table, comparison));
    return table.done();
  }

  public TableView missing() {
    TableView.Builder table =
        TableView.with(telling.words("dataPoint", 62), telling.words("reason", 108));
    telling.view().missing().forEach(value -> table.row(value.label(), value.reason()));
    return table.done();
  }

  private void add(TableView.Builder table, Comparison comparison) {
    Optional<ReportValue> now = value(comparison.dataPoint());
    String role =
        telling.messages().get("role." + comparison.role().name().toLowerCase(Locale.ROOT));
    table.row(
        false,
        comparison.source(),
        label(comparison.dataPoint()),
        role + ", " + period(comparison.period()),
        telling.formats().figure(comparison.published()).toString(),
        now.map(value -> telling.formats().figure(value.published()).toString())
            .orElse(Formats.NOTHING),
        comparison.changePercent().map(telling.formats()::change).orElse(Formats.NOTHING));
  }

  private String label(String dataPoint) {
    Stream<String> missing =
        telling.report().missing().stream()
            .filter(value -> value.dataPoint().equals(dataPoint))
            .map(MissingValue::label);
    return Stream.concat(value(dataPoint).map(ReportValue::label).stream(), missing)
        .findFirst()
        .orElse(dataPoint);
  }

  private Optional<ReportValue> value(String dataPoint) {
    return telling.report().values().stream()
        .filter(value -> value.dataPoint().equals(dataPoint))
        .findFirst();
  }

  private String period(ReportingPeriod period) {
    return telling
        .messages()
        .get(
            "period",
            telling.formats().day(period.start()),
            telling.formats().day(period.lastDay()));
  }
}
