package com.offgridflow.report.view;

import com.offgridflow.report.FactorReference;
import java.util.List;
import java.util.stream.Stream;

/** What the figures rest on, as tables. */
public final class BasisTables {
  /** So many factors stand by name; the workbook has all of them. */
  private static final int FACTORS = 300;

  private final Telling telling;

  BasisTables(Telling telling) {
    this.telling = telling;
  }

  public TableView sources() {
    TableView.Builder table =
        TableView.with(
            telling.words("source", 80),
            telling.figures("linesRead", 30),
            telling.figures("linesAccepted", 30),
            telling.figures("linesRejected", 30));
    telling.view().basis().sources().forEach(row -> table.row(texts(row)));
    return table.done();
  }

  public TableView uncovered() {
    TableView.Builder table =
        TableView.with(
            telling.words("service", 48),
            telling.words("usage", 56),
            telling.figures("activities", 24),
            telling.figures("cost", 42));
    telling.view().basis().uncovered().forEach(row -> table.row(texts(row)));
    return table.note(telling.view().basis().furtherUncovered()).done();
  }

  /** The publications that the factors come from. */
  public TableView publications() {
    TableView.Builder table =
        TableView.with(
            telling.words("publisher", 38),
            telling.words("edition", 50),
            telling.words("licence", 62),
            telling.figures("factorCount", 20));
    for (BasisView.FactorGroup group : telling.view().basis().factors()) {
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
            telling.words("factor", 90),
            telling.words("publisher", 36),
            telling.words("edition", 44));
    List<FactorReference> all = telling.report().basis().factors();
    all.stream()
        .limit(FACTORS)
        .forEach(factor -> table.row(factor.id(), factor.publisher(), factor.edition()));
    if (all.size() > FACTORS) {
      table.note(
          telling.messages().get("furtherFactors", telling.formats().count(all.size() - FACTORS)));
    }
    return table.done();
  }

  /** What report this is. */
  public TableView identity() {
    return TableView.with(TableView.words("", 42), TableView.words("", 128))
        .row(telling.word("reportingEntity"), telling.view().entity())
        .row(telling.word("lei"), telling.view().lei())
        .row(telling.word("reportingPeriod"), telling.view().period())
        .row(
            telling.word("framework"), telling.view().framework() + ", " + telling.view().release())
        .row(telling.word("reportId"), telling.view().reportId())
        .row(telling.word("frozenAt"), telling.view().frozenAt())
        .row(telling.word("digest"), telling.view().digest())
        .done();
  }

  private static String[] texts(BasisView.Row row) {
    return Stream.concat(row.words().stream(), row.figures().stream()).toArray(String[]::new);
  }
}
