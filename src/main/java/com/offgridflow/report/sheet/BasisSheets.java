package com.offgridflow.report.sheet;

import com.offgridflow.report.Coverage.UncoveredUsage;
import com.offgridflow.report.FactorReference;
import com.offgridflow.report.ReportBasis;
import com.offgridflow.report.Restated;
import com.offgridflow.report.SourceSummary;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;

/** What the figures rest on: factors, sources, uncovered usage, restatements. */
final class BasisSheets {
  private final ReportBasis basis;
  private final Map<String, String> words;
  private final Workbook workbook;

  BasisSheets(ReportBasis basis, Map<String, String> words, Workbook workbook) {
    this.basis = basis;
    this.words = words;
    this.workbook = workbook;
  }

  void factors() {
    try (SheetTable sheet =
        new SheetTable(
            workbook,
            words.get("factorCount"),
            Column.text(words.get("factor"), 40),
            Column.text(words.get("publisher"), 24),
            Column.text(words.get("edition"), 32),
            Column.text(words.get("licence"), 32),
            Column.text(words.get("attribution"), 60))) {
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
            workbook,
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
            workbook,
            words.get("sheetUncovered"),
            Column.text(words.get("service"), 36),
            Column.text(words.get("usage"), 48),
            Column.value(words.get("cost")),
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
            workbook,
            words.get("sheetRestatements"),
            Column.number(words.get("restatement")),
            Column.text(words.get("approvedBy"), 24),
            Column.moment(words.get("approvedAt")),
            Column.text(words.get("reason"), 60),
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
