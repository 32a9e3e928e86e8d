package com.offgridflow.report.view;

import static com.offgridflow.report.view.TableView.figures;
import static com.offgridflow.report.view.TableView.words;

import com.offgridflow.report.Comparison;
import com.offgridflow.report.Messages;
import com.offgridflow.report.MissingValue;
import com.offgridflow.report.Report;
import com.offgridflow.report.ReportValue;
import com.offgridflow.report.ReportingPeriod;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a framework asks for, as tables: the values, what they are compared with, what is missing.
 */
public final class FigureTables {
  private final Report report;
  private final ReportView view;
  private final Formats formats;
  private final Messages messages;
  private final Map<String, String> words;

  FigureTables(Report report, ReportView view, Formats formats, Messages messages) {
    this.report = report;
    this.view = view;
    this.formats = formats;
    this.messages = messages;
    this.words = messages.words();
  }

  /** Data points that stand for themselves, with where they are asked for. */
  public TableView values() {
    TableView.Builder table =
        TableView.with(
            words(words.get("dataPoint"), 60),
            words(words.get("paragraph"), 30),
            figures(words.get("emissions"), 24),
            figures(words.get("value"), 40),
            words(words.get("unit"), 16));
    for (ValueView value : view.figures()) {
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
            words(words.get("dataPoint"), 90),
            figures(words.get("emissions"), 24),
            figures(words.get("value"), 40),
            words(words.get("unit"), 16));
    for (ValueView value : view.parts()) {
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
            words(words.get("dataPoint"), 46),
            words(words.get("comparedWith"), 36),
            figures(words.get("then"), 33),
            figures(words.get("now"), 33),
            figures(words.get("change"), 22));
    report.comparisons().forEach(comparison -> add(table, comparison));
    return table.done();
  }

  public TableView missing() {
    TableView.Builder table =
        TableView.with(words(words.get("dataPoint"), 62), words(words.get("reason"), 108));
    view.missing().forEach(value -> table.row(value.label(), value.reason()));
    return table.done();
  }

  private void add(TableView.Builder table, Comparison comparison) {
    Optional<ReportValue> now = value(comparison.dataPoint());
    String role = messages.get("role." + comparison.role().name().toLowerCase(Locale.ROOT));
    table.row(
        false,
        comparison.source(),
        label(comparison.dataPoint()),
        role + ", " + period(comparison.period()),
        formats.figure(comparison.published()).toString(),
        now.map(value -> formats.figure(value.published()).toString()).orElse(Formats.NOTHING),
        comparison.changePercent().map(formats::change).orElse(Formats.NOTHING));
  }

  private String label(String dataPoint) {
    Stream<String> missing =
        report.missing().stream()
            .filter(value -> value.dataPoint().equals(dataPoint))
            .map(MissingValue::label);
    return Stream.concat(value(dataPoint).map(ReportValue::label).stream(), missing)
        .findFirst()
        .orElse(dataPoint);
  }

  private Optional<ReportValue> value(String dataPoint) {
    return report.values().stream()
        .filter(value -> value.dataPoint().equals(dataPoint))
        .findFirst();
  }

  private String period(ReportingPeriod period) {
    return messages.get("period", formats.day(period.start()), formats.day(period.lastDay()));
  }
}
