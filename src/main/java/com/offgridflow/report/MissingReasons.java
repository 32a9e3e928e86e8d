package com.offgridflow.report;

import com.offgridflow.report.Measure.EmissionSum;
import com.offgridflow.report.Measure.SumOf;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Says why a data point has no value. */
final class MissingReasons {
  private final Framework framework;
  private final Set<String> present;
  private final Collection<WithheldFigure> withheld;
  private final Locale language;
  private final Messages messages;

  MissingReasons(
      Framework framework,
      Set<String> present,
      Collection<WithheldFigure> withheld,
      Locale language) {
    this.framework = framework;
    this.present = present;
    this.withheld = withheld;
    this.language = language;
    this.messages = Messages.in(language);
  }

  MissingValue missing(DataPoint point) {
    return new MissingValue(
        point.id(),
        point.paragraph(),
        point.label().in(language),
        withheld(point, withheld).map(this::underReview).orElseGet(() -> absent(point)),
        !point.dimensions().isEmpty());
  }

  /** What of a data point waits for a review, if anything. */
  static Optional<WithheldFigure> withheld(DataPoint point, Collection<WithheldFigure> withheld) {
    return point.measure() instanceof EmissionSum sum
        ? withheld.stream().filter(figure -> figure.belongsTo(sum.selection())).findFirst()
        : Optional.empty();
  }

  private String underReview(WithheldFigure figure) {
    return messages.get(
        "missing.withheld", figure.activities(), String.join("; ", figure.reasons()));
  }

  private String absent(DataPoint point) {
    return point.whenMissing().map(text -> text.in(language)).orElseGet(() -> reason(point));
  }

  private String reason(DataPoint point) {
    if (point.measure() instanceof SumOf sum) {
      return messages.get("missing.parts", absentParts(sum));
    }
    EmissionSelection selection = ((EmissionSum) point.measure()).selection();
    String scope = String.valueOf(selection.scope());
    return selection
        .category()
        .map(category -> messages.get("missing.category", category.toString()))
        .orElseGet(() -> messages.get("missing.scope", scope));
  }

  private String absentParts(SumOf sum) {
    return sum.dataPoints().stream()
        .filter(part -> !present.contains(part))
        .map(part -> framework.dataPoint(part).label().in(language))
        .collect(Collectors.joining("; "));
  }
}
