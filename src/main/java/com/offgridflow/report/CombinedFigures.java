package com.offgridflow.report;

import com.offgridflow.report.Finding.Figure;
import com.offgridflow.report.Finding.Missing;
import com.offgridflow.report.Measure.Ratio;
import com.offgridflow.report.Measure.Share;
import com.offgridflow.report.Measure.SumOf;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Figures that are computed from other data points. */
final class CombinedFigures {
  private final Map<String, Finding> findings;
  private final MissingReasons reasons;

  /**
   * @param findings of the data points before
   */
  CombinedFigures(Map<String, Finding> findings, MissingReasons reasons) {
    this.findings = findings;
    this.reasons = reasons;
  }

  Finding of(DataPoint point) {
    if (point.measure() instanceof SumOf sum) {
      return sum(sum);
    }
    if (point.measure() instanceof Ratio ratio) {
      return quotient(ratio.numerator(), ratio.denominator(), point, true);
    }
    if (point.measure() instanceof Share share) {
      return quotient(share.part(), share.whole(), point, false);
    }
    return reasons.unstated(point.statement().orElseThrow());
  }

  private Finding sum(SumOf sum) {
    List<Figure> there = sum.dataPoints().stream().flatMap(id -> figure(id).stream()).toList();
    boolean all = there.size() == sum.dataPoints().size();
    boolean rest = !sum.complete() && sum.dataPoints().stream().allMatch(this::thereOrNotOnRecord);
    return all || rest && !there.isEmpty()
        ? there.stream().reduce(Figure::plus).orElseThrow()
        : reasons.missingParts(sum.dataPoints(), findings);
  }

  /**
   * Of what is not on record, none is known to be; what is on record and unknown is another thing.
   */
  private boolean thereOrNotOnRecord(String id) {
    if (!(findings.get(id) instanceof Missing missing)) {
      return true;
    }
    return switch (missing.remedy().kind()) {
      case ACTIVITIES, STATEMENT -> true;
      case DATA_POINTS -> missing.remedy().names().stream().allMatch(this::thereOrNotOnRecord);
      case FACTORS, REVIEW, CORRECTION -> false;
    };
  }

  private Finding quotient(String over, String under, DataPoint point, boolean ratio) {
    Optional<Figure> dividend = figure(over);
    Optional<Figure> divisor = figure(under);
    if (dividend.isEmpty() || divisor.isEmpty()) {
      return reasons.missingParts(List.of(over, under), findings);
    }
    if (divisor.get().exact().signum() == 0) {
      return reasons.dividesByZero(under);
    }
    String unit = ratio ? dividend.get().unit() + "/" + divisor.get().unit() : point.unit();
    return quotient(dividend.get(), divisor.get(), unit);
  }

  private static Figure quotient(Figure dividend, Figure divisor, String unit) {
    return new Figure(
        dividend.exact().divide(divisor.exact(), MathContext.DECIMAL128),
        unit,
        BigDecimal.ZERO,
        dividend.emissions(),
        dividend.provisional() || divisor.provisional(),
        Optional.empty());
  }

  private Optional<Figure> figure(String id) {
    return findings.get(id) instanceof Figure figure ? Optional.of(figure) : Optional.empty();
  }
}
