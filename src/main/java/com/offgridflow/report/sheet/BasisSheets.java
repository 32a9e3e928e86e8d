package com.offgridflow.report.sheet;

import com.offgridflow.report.Coverage.UncoveredUsage;
import com.offgridflow.report.FactorReference;
import com.offgridflow.report.ReportBasis;
import com.offgridflow.report.Restated;
import com.offgridflow.report.SourceSummary;
import java.util.Map;

/** What the figures rest on: factors, sources, uncovered usage, restatements. */
final class BasisSheets {
  private final ReportBasis basis;
  private final Map<String, String> words;
  private final Book book;

  BasisSheets(ReportBasis basis, Map<String, String> words, Book book) {
    this.basis = basis;
    this.words = words;
    this.book = book;
  }

  void factors() {
    try (SheetTable sheet =
        new SheetTable(
            book,
            words.get("factorCount"),
            Column.text(words.get("factor"), 40),
            Column.text(words.get("publisher"), 24),
            Column.words(words.get("edition"), 32),
            Column.words(words.get("licence"), 32),
            Column.words(words.get("attribution"), 60))) {
      for (FactorReference factor : basis.factors()) {
        sheet.row(
            factor.id(),
            factor.publisher(),
            factor.edition(),
            factor.licence(),
            factor.attribution());
      }
    }
  }

  void sources() {
    try (SheetTable sheet =
        new SheetTable(
            book,
            words.get("sources"),
            Column.text(words.get("source"), 40),
            Column.count(words.get("linesRead")),
            Column.count(words.get("linesAccepted")),
            Column.count(words.get("linesRejected")))) {
      for (SourceSummary source : basis.sources()) {
        sheet.row(source.name(), source.read(), source.accepted(), source.rejected());
      }
      sheet.sums(words.get("sum"));
    }
  }

  void uncovered() {
    try (SheetTable sheet =
        new SheetTable(
            book,
            words.get("sheetUncovered"),
            Column.text(words.get("service"), 36),
            Column.words(words.get("usage"), 48),
            Column.figure(words.get("cost"), 2),
            Column.text(words.get("currency"), 10),
            Column.count(words.get("activities")))) {
      for (UncoveredUsage usage : basis.coverage().uncovered()) {
        sheet.row(
            usage.service(),
            usage.kind(),
            usage.cost().amount(),
            usage.cost().currency(),
            usage.activities());
      }
    }
  }

  void restatements() {
    try (SheetTable sheet =
        new SheetTable(
            book,
            words.get("sheetRestatements"),
            Column.number(words.get("restatement")),
            Column.text(words.get("approvedBy"), 24),
            Column.moment(words.get("approvedAt")),
            Column.words(words.get("reason"), 60),
            Column.text(words.get("reportBefore"), 40))) {
      for (Restated restated : basis.restatements()) {
        sheet.row(
            restated.restatement(),
            restated.approvedBy(),
            restated.approvedAt(),
            restated.reason(),
            restated.report());
      }
    }
  }
}
