package com.offgridflow.report;

import com.offgridflow.report.Measure.EmissionSum;
import com.offgridflow.report.Measure.SumOf;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads emissions through a framework's data points and freezes what it finds. */
public final class Disclosure {
  private final Framework framework;

  public Disclosure(Framework framework) {
    this.framework = framework;
  }

  /**
   * The report. A data point that no emission belongs to is missing, with its reason; it is zero
   * only when its emissions sum to zero.
   */
  public Report freeze(ReportRequest request, Collection<EmissionTotal> totals, ReportBasis basis) {
    return freeze(request, totals, List.of(), basis);
  }

  /**
   * The same, where some figures wait for a review: their data points, and totals that need them,
   * are missing.
   */
  public Report freeze(
      ReportRequest request,
      Collection<EmissionTotal> totals,
      Collection<WithheldFigure> withheld,
      ReportBasis basis) {
    Map<String, Sum> sums = sums(totals, withheld);
    MissingReasons reasons =
        new MissingReasons(framework, sums.keySet(), withheld, request.language());
    List<ReportValue> values = new ArrayList<>();
    List<MissingValue> missing = new ArrayList<>();
    for (DataPoint point : framework.dataPoints()) {
      Optional.ofNullable(sums.get(point.id()))
          .ifPresentOrElse(
              sum -> values.add(restated(value(point, sum, request.language()), basis)),
              () -> missing.add(reasons.missing(point)));
    }
    Report report =
        new Report(
            request,
            release(request),
            values,
            missing,
            List.of(),
            List.of(),
            withNotes(basis, request),
            "");
    return ReportJson.sealed(report);
  }

  /** The values alone, as they would stand in a report of these emissions. */
  public List<ReportValue> values(Collection<EmissionTotal> totals, Locale language) {
    Map<String, Sum> sums = sums(totals, List.of());
    return framework.dataPoints().stream()
        .filter(point -> sums.containsKey(point.id()))
        .map(point -> value(point, sums.get(point.id()), language))
        .toList();
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

  private Map<String, Sum> sums(
      Collection<EmissionTotal> totals, Collection<WithheldFigure> withheld) {
    Map<String, Sum> sums = new LinkedHashMap<>();
    for (DataPoint point : framework.dataPoints()) {
      if (MissingReasons.withheld(point, withheld).isEmpty()) {
        sumOf(point, totals, sums).ifPresent(sum -> sums.put(point.id(), sum));
      }
    }
    return sums;
  }

  private static Optional<Sum> sumOf(
      DataPoint point, Collection<EmissionTotal> totals, Map<String, Sum> known) {
    if (point.measure() instanceof SumOf parts) {
      return known.keySet().containsAll(parts.dataPoints())
          ? parts.dataPoints().stream().map(known::get).reduce(Sum::plus)
          : Optional.empty();
    }
    EmissionSelection selection = ((EmissionSum) point.measure()).selection();
    return totals.stream().filter(selection::accepts).map(Sum::of).reduce(Sum::plus);
  }

  private static ReportValue value(DataPoint point, Sum sum, Locale language) {
    return new ReportValue(
        point.id(),
        point.paragraph(),
        label(point, sum, language),
        EmissionUnit.of(point.unit()).ofKilograms(sum.kgCo2e()),
        point.unit(),
        point.decimals(),
        point.concept(),
        point.dimensions(),
        sum.count(),
        point.measure() instanceof SumOf,
        Optional.of(EmissionUnit.of(point.unit()).ofKilograms(sum.accrued()))
            .filter(accrued -> accrued.signum() != 0),
        Optional.empty());
  }

  /** A figure of which a part is provisional says so in its name. */
  private static String label(DataPoint point, Sum sum, Locale language) {
    String label = point.label().in(language);
    return sum.provisional() ? Messages.in(language).get("provisional", label) : label;
  }

  private FrameworkRelease release(ReportRequest request) {
    return new FrameworkRelease(
        framework.id(),
        framework.release(),
        framework.title().in(request.language()),
        framework.taxonomy(),
        framework.status());
  }

  private ReportBasis withNotes(ReportBasis basis, ReportRequest request) {
    List<String> notes =
        Stream.concat(
                basis.methodology().stream(),
                framework.notes().stream().map(note -> note.in(request.language())))
            .toList();
    return new ReportBasis(
        basis.breakdown(),
        basis.coverage(),
        basis.sources(),
        basis.factors(),
        notes,
        basis.restatements(),
        basis.months());
  }

  private record Sum(BigDecimal kgCo2e, BigDecimal accrued, long count, boolean provisional) {
    static Sum of(EmissionTotal total) {
      return new Sum(total.kgCo2e(), total.accruedKgCo2e(), total.count(), total.provisional());
    }

    Sum plus(Sum other) {
      return new Sum(
          kgCo2e.add(other.kgCo2e),
          accrued.add(other.accrued),
          count + other.count,
          provisional || other.provisional);
    }
  }
}
