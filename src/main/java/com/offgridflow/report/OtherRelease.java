package com.offgridflow.report;

import com.offgridflow.report.Crosswalk.Change;
import com.offgridflow.report.Crosswalk.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Renders a frozen report for another release of its framework: the same figures, other names. */
public final class OtherRelease {
  private final Framework source;
  private final Framework target;
  private final Crosswalk crosswalk;
  private final Map<String, DataPoint> targets = new HashMap<>();

  /**
   * @throws IllegalArgumentException when the crosswalk names a data point that is none
   */
  public OtherRelease(Framework source, Framework target, Crosswalk crosswalk) {
    this.source = source;
    this.target = target;
    this.crosswalk = crosswalk;
    for (Row row : crosswalk.rows()) {
      row.from().ifPresent(source::dataPoint);
      row.to()
          .map(target::dataPoint)
          .ifPresent(point -> row.from().ifPresent(from -> targets.put(from, point)));
    }
  }

  /** The report with a digest of its own; its methodology says what it was made from. */
  public Report of(Report report) {
    Locale language = report.request().language();
    List<ReportValue> values = values(report, language);
    Report other =
        new Report(
            report.request(),
            new FrameworkRelease(
                target.id(),
                target.release(),
                target.title().in(language),
                target.taxonomy(),
                target.status()),
            values,
            missing(report, values),
            moved(
                report.texts(),
                ReportText::dataPoint,
                (text, point) -> text(text, point, language)),
            moved(report.comparisons(), Comparison::dataPoint, OtherRelease::comparison),
            moved(report.stated(), Stated::dataPoint, OtherRelease::stated),
            basis(report),
            report.derivation(),
            "");
    return ReportJson.sealed(other);
  }

  /** What is asked for by both, and the sums over that which only the other release asks for. */
  private List<ReportValue> values(Report report, Locale language) {
    List<ReportValue> moved =
        moved(report.values(), ReportValue::dataPoint, (v, point) -> value(v, point, language));
    SummedPoints sums = new SummedPoints(target, moved, reasons(report), language);
    return target.dataPoints().stream()
        .flatMap(
            point ->
                targets.containsValue(point)
                    ? moved.stream().filter(value -> value.dataPoint().equals(point.id()))
                    : sums.of(point).stream())
        .toList();
  }

  /** Why data points of the other release have no value. */
  private Map<String, String> reasons(Report report) {
    return report.missing().stream()
        .filter(missing -> targets.containsKey(missing.dataPoint()))
        .collect(
            Collectors.toMap(
                missing -> targets.get(missing.dataPoint()).id(), MissingValue::reason));
  }

  /** What has a place in the other release, in the order of that. */
  private <T> List<T> moved(
      List<T> items, Function<T, String> id, BiFunction<T, DataPoint, T> change) {
    List<T> all = new ArrayList<>();
    for (DataPoint point : target.dataPoints()) {
      items.stream()
          .filter(item -> point.equals(targets.get(id.apply(item))))
          .map(item -> change.apply(item, point))
          .forEach(all::add);
    }
    return all;
  }

  private ReportValue value(ReportValue value, DataPoint point, Locale language) {
    String label = point.label().in(language);
    boolean provisional =
        !value.label().equals(source.dataPoint(value.dataPoint()).label().in(language));
    return new ReportValue(
        point.id(),
        point.paragraph(),
        provisional ? Messages.in(language).get("provisional", label) : label,
        value.exact(),
        value.unit(),
        point.decimals(),
        point.concept(),
        point.dimensions(),
        value.emissions(),
        value.total(),
        value.accrued(),
        value.previous());
  }

  private static ReportText text(ReportText text, DataPoint point, Locale language) {
    return new ReportText(
        point.id(),
        point.paragraph(),
        point.label().in(language),
        point.concept(),
        point.dimensions(),
        text.text());
  }

  private static Comparison comparison(Comparison past, DataPoint point) {
    return new Comparison(
        point.id(),
        past.role(),
        past.period(),
        past.published(),
        past.changePercent(),
        past.source());
  }

  private static Stated stated(Stated stated, DataPoint point) {
    return new Stated(
        point.id(), stated.statement(), stated.key(), stated.source(), stated.by(), stated.at());
  }

  /** What was missing stays so; what is new was never asked for. */
  private List<MissingValue> missing(Report report, List<ReportValue> values) {
    Locale language = report.request().language();
    Map<String, String> reasons = reasons(report);
    Set<String> there = values.stream().map(ReportValue::dataPoint).collect(Collectors.toSet());
    List<MissingValue> all = new ArrayList<>();
    for (Row row : crosswalk.rows()) {
      Optional<String> reason =
          row.change() == Change.NEW
              ? Optional.of(Messages.in(language).get("missing.otherRelease", source.id()))
              : row.to().map(reasons::get);
      if (row.to().filter(to -> !there.contains(to)).isPresent() && reason.isPresent()) {
        DataPoint point = target.dataPoint(row.to().get());
        String label = point.label().in(language);
        all.add(new MissingValue(point.id(), point.paragraph(), label, reason.get(), point.part()));
      }
    }
    return all;
  }

  private ReportBasis basis(Report report) {
    Messages messages = Messages.in(report.request().language());
    String note = messages.get("otherRelease", report.request().id(), source.id(), report.digest());
    ReportBasis basis = report.basis();
    return basis.noted(Stream.concat(Stream.of(note), basis.methodology().stream()).toList());
  }
}
