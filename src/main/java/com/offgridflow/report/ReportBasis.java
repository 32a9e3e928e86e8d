package com.offgridflow.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * What the figures rest on.
 *
 * @param breakdown emissions by where they come from
 * @param coverage how much of the cost has an estimate
 * @param sources what was read
 * @param factors which emission factors were used
 * @param methodology how the figures were made, one note each, in the report's language
 * @param restatements what was restated since an earlier report of the period, the oldest first
 * @param months emissions of each month, for the trend
 * @param confidence how far each scope that has emissions can be trusted, and then all of them;
 *     empty in reports of the first releases
 */
public record ReportBasis(
    List<BreakdownRow> breakdown,
    Coverage coverage,
    List<SourceSummary> sources,
    List<FactorReference> factors,
    List<String> methodology,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Restated> restatements,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<MonthTotal> months,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<ScopeConfidence> confidence) {
  public ReportBasis {
    breakdown = List.copyOf(breakdown);
    sources = List.copyOf(sources);
    factors = List.copyOf(factors);
    methodology = List.copyOf(methodology);
    // reports that were frozen before there were restatements have no such list
    restatements = restatements == null ? List.of() : List.copyOf(restatements);
    months = months == null ? List.of() : List.copyOf(months);
    confidence = confidence == null ? List.of() : List.copyOf(confidence);
  }

  /** A basis that does not say how far it can be trusted. */
  public ReportBasis(
      List<BreakdownRow> breakdown,
      Coverage coverage,
      List<SourceSummary> sources,
      List<FactorReference> factors,
      List<String> methodology,
      List<Restated> restatements,
      List<MonthTotal> months) {
    this(breakdown, coverage, sources, factors, methodology, restatements, months, List.of());
  }

  /** A basis without restatements and months. */
  public ReportBasis(
      List<BreakdownRow> breakdown,
      Coverage coverage,
      List<SourceSummary> sources,
      List<FactorReference> factors,
      List<String> methodology) {
    this(breakdown, coverage, sources, factors, methodology, List.of(), List.of());
  }

  /** The same, and what was restated. */
  public ReportBasis with(List<Restated> restated) {
    return new ReportBasis(
        breakdown, coverage, sources, factors, methodology, restated, months, confidence);
  }

  /** The same with other notes on methodology. */
  public ReportBasis noted(List<String> notes) {
    return new ReportBasis(
        breakdown, coverage, sources, factors, notes, restatements, months, confidence);
  }

  /** The same, and how far it can be trusted. */
  public ReportBasis trusted(List<ScopeConfidence> confidences) {
    return new ReportBasis(
        breakdown, coverage, sources, factors, methodology, restatements, months, confidences);
  }

  public static ReportBasis none() {
    return new ReportBasis(List.of(), Coverage.none(), List.of(), List.of(), List.of());
  }
}
