package com.offgridflow.report;

import com.offgridflow.report.Finding.Figure;
import com.offgridflow.report.Finding.Missing;
import com.offgridflow.report.Finding.Words;
import com.offgridflow.report.Measure.SumOf;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads a period through a framework's data points and freezes what it finds. */
public final class Disclosure {
  private final Framework framework;

  public Disclosure(Framework framework) {
    this.framework = framework;
  }

  /**
   * The report of all that is known of the period. A data point that no emission belongs to is
   * missing, with its reason; it is zero only when its emissions sum to zero. Where figures wait
   * for a review, their data points are missing, and totals that need them.
   *
   * @param past what data points had in other periods
   */
  public Report freeze(
      ReportRequest request, Inventory inventory, Collection<PastFigure> past, ReportBasis basis) {
    Map<String, Finding> findings =
        new Evaluation(framework, inventory, request.period(), request.language()).findings();
    Locale language = request.language();
    List<ReportValue> values = values(findings, language);
    Report report =
        new Report(
            request,
            release(request),
            values.stream().map(value -> restated(value, basis)).toList(),
            missing(findings, language),
            texts(findings, language),
            Comparisons.of(values, past),
            stated(findings),
            withNotes(basis, inventory, request),
            Optional.empty(),
            "");
    return ReportJson.sealed(report);
  }

  /** The values alone, as they would stand in a report of the period. */
  public List<ReportValue> values(Inventory inventory, ReportingPeriod period, Locale language) {
    return values(findings(inventory, period, language), language);
  }

  /** What became of each data point, in the framework's order. */
  public Map<String, Finding> findings(
      Inventory inventory, ReportingPeriod period, Locale language) {
    return new Evaluation(framework, inventory, period, language).findings();
  }

  private List<ReportValue> values(Map<String, Finding> findings, Locale language) {
    List<ReportValue> values = new ArrayList<>();
    for (DataPoint point : framework.dataPoints()) {
      if (findings.get(point.id()) instanceof Figure figure) {
        values.add(value(point, figure, language));
      }
    }
    return values;
  }

  private List<MissingValue> missing(Map<String, Finding> findings, Locale language) {
    List<MissingValue> all = new ArrayList<>();
    for (DataPoint point : framework.dataPoints()) {
      if (findings.get(point.id()) instanceof Missing missing) {
        String label = point.label().in(language);
        all.add(
            new MissingValue(point.id(), point.paragraph(), label, missing.reason(), point.part()));
      }
    }
    return all;
  }

  private List<ReportText> texts(Map<String, Finding> findings, Locale language) {
    List<ReportText> texts = new ArrayList<>();
    for (DataPoint point : framework.dataPoints()) {
      if (findings.get(point.id()) instanceof Words words) {
        String label = point.label().in(language);
        texts.add(
            new ReportText(
                point.id(),
                point.paragraph(),
                label,
                point.concept(),
                point.dimensions(),
                words.stated().text()));
      }
    }
    return texts;
  }

  private List<Stated> stated(Map<String, Finding> findings) {
    List<Stated> all = new ArrayList<>();
    for (DataPoint point : framework.dataPoints()) {
      if (findings.get(point.id()) instanceof Words words) {
        all.add(Stated.of(point, words.stated()));
      } else if (findings.get(point.id()) instanceof Figure figure) {
        figure.stated().ifPresent(statement -> all.add(Stated.of(point, statement)));
      }
    }
    return all;
  }

  /** Beside the value of the last report before, which is the one that readers know. */
  private static ReportValue restated(ReportValue value, ReportBasis basis) {
    return basis.restatements().stream()
        .map(restatement -> restatement.previous().get(value.dataPoint()))
        .filter(Objects::nonNull)
        .reduce((earlier, later) -> later)
        .map(value::replacing)
        .orElse(value);
  }

  private static ReportValue value(DataPoint point, Figure figure, Locale language) {
    return new ReportValue(
        point.id(),
        point.paragraph(),
        label(point, figure, language),
        figure.exact(),
        figure.unit(),
        point.decimals(),
        point.concept(),
        point.dimensions(),
        figure.emissions(),
        point.measure() instanceof SumOf,
        Optional.of(figure.accrued()).filter(accrued -> accrued.signum() != 0),
        Optional.empty());
  }

  /** A figure of which a part is provisional says so in its name. */
  private static String label(DataPoint point, Figure figure, Locale language) {
    String label = point.label().in(language);
    return figure.provisional() ? Messages.in(language).get("provisional", label) : label;
  }

  private FrameworkRelease release(ReportRequest request) {
    return new FrameworkRelease(
        framework.id(),
        framework.release(),
        framework.title().in(request.language()),
        framework.taxonomy(),
        framework.status());
  }

  private ReportBasis withNotes(ReportBasis basis, Inventory inventory, ReportRequest request) {
    Messages messages = Messages.in(request.language());
    List<String> notes =
        Stream.of(
                basis.methodology().stream(),
                inventory.energy().tables().stream()
                    .map(table -> messages.get("energy.distance", table)),
                framework.notes().stream().map(note -> note.in(request.language())))
            .flatMap(each -> each)
            .toList();
    return basis.noted(notes);
  }
}
