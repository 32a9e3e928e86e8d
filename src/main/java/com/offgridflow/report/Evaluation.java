package com.offgridflow.report;

import com.offgridflow.report.Finding.Figure;
import com.offgridflow.report.Finding.Missing;
import com.offgridflow.report.Finding.Words;
import com.offgridflow.report.Measure.EmissionSum;
import com.offgridflow.report.Measure.EnergySum;
import com.offgridflow.report.Measure.StatedText;
import com.offgridflow.report.Measure.SumOf;
import com.offgridflow.report.statement.StatedUnit;
import com.offgridflow.report.statement.Statement;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Finds what each data point of a framework has, in the framework's order. */
final class Evaluation {
  private final Framework framework;
  private final Inventory inventory;
  private final ReportingPeriod period;
  private final Locale language;
  private final MissingReasons reasons;
  private final Map<String, Finding> findings = new LinkedHashMap<>();

  Evaluation(Framework framework, Inventory inventory, ReportingPeriod period, Locale language) {
    this.framework = framework;
    this.inventory = inventory;
    this.period = period;
    this.language = language;
    this.reasons = new MissingReasons(framework, language);
  }

  /** By data point; each has one. */
  Map<String, Finding> findings() {
    framework.dataPoints().forEach(point -> findings.put(point.id(), find(point)));
    return findings;
  }

  private Finding find(DataPoint point) {
    if (point.words()) {
      return words(point);
    }
    Finding computed = computed(point);
    Finding found =
        computed instanceof Missing missing && !underReview(missing)
            ? stated(point).orElse(missing)
            : computed;
    return found instanceof Figure figure && belowZero(point, figure)
        ? reasons.belowZero(point, figure)
        : found;
  }

  /**
   * Gross emissions are without removals and credits (ESRS E1-6 44 and AR 46; IFRS S2 29(a)), and
   * nobody uses less than no energy: where corrections of earlier periods outweigh the use of this
   * one, their sum is neither.
   */
  private static boolean belowZero(DataPoint point, Figure figure) {
    boolean gross =
        point.measure() instanceof EmissionSum
            || point.measure() instanceof EnergySum
            || point.measure() instanceof SumOf;
    return gross && figure.exact().setScale(point.decimals(), ReportValue.PUBLICATION).signum() < 0;
  }

  /** What a person must look at is not to be overruled by a statement. */
  private static boolean underReview(Missing missing) {
    return missing.remedy().kind() == Remedy.Kind.REVIEW;
  }

  private Finding computed(DataPoint point) {
    if (point.measure() instanceof EmissionSum sum) {
      return new EmissionFigures(inventory, reasons).of(point, sum);
    }
    if (point.measure() instanceof EnergySum sum) {
      return new EnergyFigures(inventory.energy(), reasons).of(point, sum.selection());
    }
    return new CombinedFigures(findings, reasons).of(point);
  }

  private Optional<Finding> stated(DataPoint point) {
    return point
        .statement()
        .flatMap(key -> inventory.statements().figure(key, period))
        .map(statement -> figure(point, statement));
  }

  private Finding figure(DataPoint point, Statement statement) {
    StatedUnit unit = new StatedUnit(point.unit());
    Optional<BigDecimal> factor = unit.factor(statement.unit());
    return factor.isEmpty()
        ? reasons.wrongUnit(statement, unit.hint())
        : new Figure(
            statement.value().orElseThrow().multiply(factor.get()),
            unit.published(statement.unit()).orElseThrow(),
            BigDecimal.ZERO,
            0,
            false,
            Optional.of(statement));
  }

  private Finding words(DataPoint point) {
    String key = point.statement().orElseThrow();
    return inventory
        .statements()
        .words(key, period, language)
        .map(statement -> words(point, statement))
        .orElseGet(() -> reasons.unstated(key));
  }

  private Finding words(DataPoint point, Statement statement) {
    Optional<String> pattern = ((StatedText) point.measure()).pattern();
    return pattern.isEmpty() || statement.text().matches(pattern.get())
        ? new Words(statement)
        : reasons.wrongWords(statement, pattern.get());
  }
}
