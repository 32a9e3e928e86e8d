package com.offgridflow.report.sheet;

import com.offgridflow.report.Derivation;
import com.offgridflow.report.Messages;
import com.offgridflow.report.Report;
import com.offgridflow.report.ReportRequest;
import java.util.Map;

/** Whose figures a workbook holds, by which rules, for when, and how they were made. */
final class AboutSheet {
  private final Report report;
  private final Map<String, String> words;
  private final Book book;

  AboutSheet(Report report, Messages messages, Book book) {
    this.report = report;
    this.words = messages.words();
    this.book = book;
  }

  void write() {
    try (SheetTable sheet =
        new SheetTable(
            book,
            words.get("about"),
            Column.words(words.get("sheetItem"), 34),
            Column.words(words.get("sheetText"), 110))) {
      identity(sheet);
      report.basis().methodology().forEach(note -> sheet.row(words.get("methodology"), note));
    }
  }

  private void identity(SheetTable sheet) {
    ReportRequest request = report.request();
    sheet.row(words.get("reportingEntity"), request.entity().name());
    sheet.row(words.get("lei"), request.entity().lei().code());
    sheet.row(words.get("firstDay"), request.period().start().toString());
    sheet.row(words.get("lastDay"), request.period().lastDay().toString());
    sheet.row(words.get("framework"), report.framework().title());
    sheet.row(words.get("taxonomyRelease"), report.framework().release());
    sheet.row(words.get("reportId"), request.id());
    sheet.row(words.get("frozenAt"), request.frozenAt().toString());
    report
        .derivation()
        .map(Derivation::digest)
        .ifPresent(digest -> sheet.row(words.get("derivationDigest"), digest));
    sheet.row(words.get("digest"), report.digest());
  }
}
