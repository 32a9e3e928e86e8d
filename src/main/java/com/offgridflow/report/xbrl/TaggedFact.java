package com.offgridflow.report.xbrl;

import com.offgridflow.report.Comparison;
import com.offgridflow.report.Dimension;
import com.offgridflow.report.Report;
import com.offgridflow.report.ReportText;
import com.offgridflow.report.ReportValue;
import com.offgridflow.report.ReportingPeriod;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A fact of a report's documents, whatever it tags: a figure, one of another period, or words.
 *
 * @param fact id that it has in the documents
 * @param value as published, in {@code unit}; empty of words
 * @param unit empty of words
 * @param text the words; empty of a figure
 * @param source who published or stated a figure of another period; else empty
 * @param emissions how many emissions of this report are behind it
 */
public record TaggedFact(
    String fact,
    String dataPoint,
    String paragraph,
    String label,
    Optional<String> concept,
    List<Dimension> dimensions,
    ReportingPeriod period,
    Optional<BigDecimal> value,
    String unit,
    Optional<String> text,
    Optional<String> source,
    long emissions) {

  /** All that the documents of a report tag: its figures, those of other periods, its texts. */
  public static List<TaggedFact> of(Report report) {
    FactPlan plan = FactPlan.of(report);
    ReportingPeriod period = report.request().period();
    return Stream.of(
            plan.facts().stream().map(fact -> figure(fact, period)),
            plan.comparisons().stream().map(TaggedFact::figure),
            plan.texts().stream().map(fact -> words(fact, period)))
        .flatMap(facts -> facts)
        .toList();
  }

  /** Whether it is a figure of another period than the report's. */
  public boolean ofOtherPeriod() {
    return source.isPresent();
  }

  private static TaggedFact figure(FactPlan.Fact fact, ReportingPeriod period) {
    ReportValue value = fact.value();
    return figure(fact.id(), value, period, value.published(), Optional.empty(), value.emissions());
  }

  private static TaggedFact figure(FactPlan.ComparisonFact fact) {
    Comparison past = fact.comparison();
    return figure(
        fact.id(), fact.value(), past.period(), past.published(), Optional.of(past.source()), 0);
  }

  private static TaggedFact figure(
      String id,
      ReportValue value,
      ReportingPeriod period,
      BigDecimal published,
      Optional<String> source,
      long emissions) {
    return new TaggedFact(
        id,
        value.dataPoint(),
        value.paragraph(),
        value.label(),
        value.concept(),
        value.dimensions(),
        period,
        Optional.of(published),
        value.unit(),
        Optional.empty(),
        source,
        emissions);
  }

  private static TaggedFact words(FactPlan.TextFact fact, ReportingPeriod period) {
    ReportText text = fact.text();
    return new TaggedFact(
        fact.id(),
        text.dataPoint(),
        text.paragraph(),
        text.label(),
        text.concept(),
        text.dimensions(),
        period,
        Optional.empty(),
        "",
        Optional.of(text.text()),
        Optional.empty(),
        0);
  }
}
