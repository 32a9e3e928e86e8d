package com.offgridflow.report.view;

import static com.offgridflow.report.view.TableView.figures;
import static com.offgridflow.report.view.TableView.words;

import com.offgridflow.report.Comparison;
import com.offgridflow.report.Messages;
import com.offgridflow.report.Report;
import com.offgridflow.report.ReportValue;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What has changed most since the year before: emissions that are no sum of others. */
public final class ChangesView {
  private static final int SHOWN = 3;
  private static final String UNIT = "tCO2e";

  private final Report report;
  private final Formats formats;
  private final Map<String, String> words;

  ChangesView(Report report, Formats formats, Messages messages) {
    this.report = report;
    this.formats = formats;
    this.words = messages.words();
  }

  private record Change(ReportValue now, Comparison then) {
    BigDecimal difference() {
      return now.published().subtract(then.published());
    }
  }

  /** The three of them, the largest difference first; none where there is no year before. */
  public TableView table() {
    TableView.Builder table =
        TableView.with(
            words(words.get("dataPoint"), 70),
            figures(words.get("then") + " (" + UNIT + ")", 36),
            figures(words.get("now") + " (" + UNIT + ")", 36),
            figures(words.get("change"), 28));
    largest().forEach(change -> add(table, change));
    return table.done();
  }

  private List<Change> largest() {
    return report.comparisons().stream()
        .filter(then -> then.role() == Comparison.Role.PREVIOUS_YEAR)
        .flatMap(this::change)
        .filter(change -> change.difference().signum() != 0)
        .sorted(Comparator.comparing((Change change) -> change.difference().abs()).reversed())
        .limit(SHOWN)
        .toList();
  }

  private Stream<Change> change(Comparison then) {
    Optional<ReportValue> now =
        report.values().stream()
            .filter(value -> value.dataPoint().equals(then.dataPoint()))
            .filter(value -> value.unit().equals(UNIT) && !value.total())
            .findFirst();
    return now.map(value -> new Change(value, then)).stream();
  }

  private void add(TableView.Builder table, Change change) {
    table.row(
        false,
        "",
        change.now().label(),
        formats.figure(change.then().published()).toString(),
        formats.figure(change.now().published()).toString(),
        change.then().changePercent().map(formats::change).orElse(Formats.NOTHING));
  }
}
