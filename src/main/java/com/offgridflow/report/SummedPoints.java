package com.offgridflow.report;

import com.offgridflow.report.Measure.EmissionSum;
import com.offgridflow.report.Measure.SumOf;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Data points that only another release asks for and that it sums of others which both ask for: the
 * frozen figures tell them too.
 */
final class SummedPoints {
  private final Framework target;
  private final Map<String, ReportValue> values;
  private final Map<String, String> missing;
  private final Locale language;
  private final Messages messages;

  /**
   * @param values what has a value in the other release, by its rules
   * @param missing why others have none, by data point of the other release
   */
  SummedPoints(
      Framework target, List<ReportValue> values, Map<String, String> missing, Locale language) {
    this.target = target;
    this.values =
        values.stream().collect(Collectors.toMap(ReportValue::dataPoint, Function.identity()));
    this.missing = missing;
    this.language = language;
    this.messages = Messages.in(language);
  }

  /** The sum, unrounded; empty where a part that it needs has no value. */
  Optional<ReportValue> of(DataPoint point) {
    return point.measure() instanceof SumOf sum && known(sum)
        ? Optional.of(value(point, label(point, present(sum)), present(sum)))
        : Optional.empty();
  }

  /** What rests on a provisional part is provisional. */
  private String label(DataPoint point, List<ReportValue> parts) {
    String label = point.label().in(language);
    boolean firm = parts.stream().allMatch(part -> part.label().equals(name(part)));
    return firm ? label : messages.get("provisional", label);
  }

  private String name(ReportValue part) {
    return target.dataPoint(part.dataPoint()).label().in(language);
  }

  private boolean known(SumOf sum) {
    return !present(sum).isEmpty()
        && sum.dataPoints().stream()
            .allMatch(part -> values.containsKey(part) || !sum.complete() && nothing(part));
  }

  private List<ReportValue> present(SumOf sum) {
    return sum.dataPoints().stream().filter(values::containsKey).map(values::get).toList();
  }

  /** Whether nothing is on record of a gas, and not only an unknown amount of it. */
  private boolean nothing(String part) {
    return target.dataPoint(part).measure() instanceof EmissionSum sum
        && sum.gas()
            .map(gas -> noGas(gas, sum.selection()))
            .filter(reason -> reason.equals(missing.get(part)))
            .isPresent();
  }

  private String noGas(Gas gas, EmissionSelection selection) {
    return messages.get("missing.gas", gas.code(), String.valueOf(selection.scope()));
  }

  private static ReportValue value(DataPoint point, String label, List<ReportValue> parts) {
    return new ReportValue(
        point.id(),
        point.paragraph(),
        label,
        sum(parts, part -> Optional.of(part.exact())).orElseThrow(),
        parts.get(0).unit(),
        point.decimals(),
        point.concept(),
        point.dimensions(),
        parts.stream().mapToLong(ReportValue::emissions).sum(),
        true,
        sum(parts, ReportValue::accrued),
        Optional.empty());
  }

  private static Optional<BigDecimal> sum(
      List<ReportValue> parts, Function<ReportValue, Optional<BigDecimal>> amount) {
    return parts.stream().flatMap(part -> amount.apply(part).stream()).reduce(BigDecimal::add);
  }
}
