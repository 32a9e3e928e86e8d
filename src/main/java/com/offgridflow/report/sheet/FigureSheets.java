package com.offgridflow.report.sheet;

import com.offgridflow.report.Comparison;
import com.offgridflow.report.Messages;
import com.offgridflow.report.MissingValue;
import com.offgridflow.report.Report;
import com.offgridflow.report.ReportText;
import com.offgridflow.report.ReportValue;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What the framework asks for: values, comparison, what is missing. */
final class FigureSheets {
  private final Report report;
  private final Messages messages;
  private final Map<String, String> words;
  private final Book book;

  FigureSheets(Report report, Messages messages, Book book) {
    this.report = report;
    this.messages = messages;
    this.words = messages.words();
    this.book = book;
  }

  void values() {
    try (SheetTable sheet =
        new SheetTable(
            book,
            words.get("sheetValues"),
            Column.text(words.get("dataPoint"), 24),
            Column.words(words.get("label"), 48),
            Column.words(words.get("paragraph"), 26),
            Column.value(words.get("value")),
            Column.text(words.get("unit"), 12),
            Column.value(words.get("exact")),
            Column.count(words.get("emissions")),
            Column.value(words.get("accruedColumn")),
            Column.value(words.get("previousColumn")),
            Column.words(words.get("concept"), 40),
            Column.words(words.get("dimensions"), 40))) {
      report.values().forEach(value -> add(sheet, value));
    }
  }

  private static void add(SheetTable sheet, ReportValue value) {
    sheet.row(
        value.dataPoint(),
        value.label(),
        value.paragraph(),
        value.published(),
        value.unit(),
        value.exact().stripTrailingZeros(),
        value.emissions(),
        value.publishedAccrued(),
        value.previous(),
        value.concept(),
        value.dimensions().stream()
            .map(dimension -> dimension.axis() + "=" + dimension.member())
            .collect(Collectors.joining(" ")));
  }

  void comparisons() {
    try (SheetTable sheet =
        new SheetTable(
            book,
            words.get("sheetComparison"),
            Column.text(words.get("dataPoint"), 24),
            Column.text(words.get("comparedWith"), 20),
            Column.day(words.get("firstDay")),
            Column.day(words.get("endDay")),
            Column.value(words.get("then")),
            Column.value(words.get("change") + " (%)"),
            Column.words(words.get("source"), 36))) {
      report.comparisons().forEach(comparison -> add(sheet, comparison));
    }
  }

  private void add(SheetTable sheet, Comparison comparison) {
    sheet.row(
        comparison.dataPoint(),
        messages.get("role." + comparison.role().name().toLowerCase(Locale.ROOT)),
        comparison.period().start(),
        comparison.period().end(),
        comparison.published(),
        comparison.changePercent(),
        comparison.source());
  }

  /** Narrative disclosures. */
  void texts() {
    try (SheetTable sheet =
        new SheetTable(
            book,
            words.get("narratives"),
            Column.text(words.get("dataPoint"), 24),
            Column.words(words.get("label"), 40),
            Column.words(words.get("paragraph"), 26),
            Column.words(words.get("sheetText"), 90),
            Column.words(words.get("concept"), 40))) {
      for (ReportText text : report.texts()) {
        sheet.row(text.dataPoint(), text.label(), text.paragraph(), text.text(), text.concept());
      }
    }
  }

  void missing() {
    try (SheetTable sheet =
        new SheetTable(
            book,
            words.get("sheetMissing"),
            Column.text(words.get("dataPoint"), 24),
            Column.words(words.get("label"), 48),
            Column.words(words.get("paragraph"), 26),
            Column.words(words.get("reason"), 80))) {
      for (MissingValue value : report.missing()) {
        sheet.row(value.dataPoint(), value.label(), value.paragraph(), value.reason());
      }
    }
  }
}
