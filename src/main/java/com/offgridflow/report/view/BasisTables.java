package com.offgridflow.report.view;

import static com.offgridflow.report.view.TableView.figures;
import static com.offgridflow.report.view.TableView.words;

import com.offgridflow.report.FactorReference;
import com.offgridflow.report.Messages;
import com.offgridflow.report.Report;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the figures rest on, as tables. */
public final class BasisTables {
  /** So many factors stand by name; the workbook has all of them. */
  private static final int FACTORS = 300;

  private final Report report;
  private final ReportView view;
  private final Formats formats;
  private final Messages messages;
  private final Map<String, String> words;

  BasisTables(Report report, ReportView view, Formats formats, Messages messages) {
    this.report = report;
    this.view = view;
    this.formats = formats;
    this.messages = messages;
    this.words = messages.words();
  }

  public TableView sources() {
    TableView.Builder table =
        TableView.with(
            words(words.get("source"), 80),
            figures(words.get("linesRead"), 30),
            figures(words.get("linesAccepted"), 30),
            figures(words.get("linesRejected"), 30));
    view.basis().sources().forEach(row -> table.row(texts(row)));
    return table.done();
  }

  public TableView uncovered() {
    TableView.Builder table =
        TableView.with(
            words(words.get("service"), 48),
            words(words.get("usage"), 56),
            figures(words.get("activities"), 24),
            figures(words.get("cost"), 42));
    view.basis().uncovered().forEach(row -> table.row(texts(row)));
    return table.note(view.basis().furtherUncovered()).done();
  }

  /** The publications that the factors come from. */
  public TableView publications() {
    TableView.Builder table =
        TableView.with(
            words(words.get("publisher"), 38),
            words(words.get("edition"), 50),
            words(words.get("licence"), 62),
            figures(words.get("factorCount"), 20));
    for (BasisView.FactorGroup group : view.basis().factors()) {
      table.row(
          false,
          group.attribution(),
          group.publisher(),
          group.edition(),
          group.licence(),
          group.count());
    }
    return table.done();
  }

  /** Each factor by its id in the hub. */
  public TableView factors() {
    TableView.Builder table =
        TableView.with(
            words(words.get("factor"), 90),
            words(words.get("publisher"), 36),
            words(words.get("edition"), 44));
    List<FactorReference> all = report.basis().factors();
    all.stream()
        .limit(FACTORS)
        .forEach(factor -> table.row(factor.id(), factor.publisher(), factor.edition()));
    if (all.size() > FACTORS) {
      table.note(messages.get("furtherFactors", formats.count(all.size() - FACTORS)));
    }
    return table.done();
  }

  /** What report this is. */
  public TableView identity() {
    return TableView.with(words("", 42), words("", 128))
        .row(words.get("reportingEntity"), view.entity())
        .row(words.get("lei"), view.lei())
        .row(words.get("reportingPeriod"), view.period())
        .row(words.get("framework"), view.framework() + ", " + view.release())
        .row(words.get("reportId"), view.reportId())
        .row(words.get("frozenAt"), view.frozenAt())
        .row(words.get("digest"), view.digest())
        .done();
  }

  private static String[] texts(BasisView.Row row) {
    return Stream.concat(row.words().stream(), row.figures().stream()).toArray(String[]::new);
  }
}
