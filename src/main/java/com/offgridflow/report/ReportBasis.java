package com.offgridflow.report;

import java.util.List;

/**
 * What the figures rest on.
 *
 * @param breakdown emissions by where they come from
 * @param coverage how much of the cost has an estimate
 * @param sources what was read
 * @param factors which emission factors were used
 * @param methodology how the figures were made, one note each, in the report's language
 */
public record ReportBasis(
    List<BreakdownRow> breakdown,
    Coverage coverage,
    List<SourceSummary> sources,
    List<FactorReference> factors,
    List<String> methodology) {
  public ReportBasis {
    breakdown = List.copyOf(breakdown);
    sources = List.copyOf(sources);
    factors = List.copyOf(factors);
    methodology = List.copyOf(methodology);
  }

  public static ReportBasis none() {
    return new ReportBasis(List.of(), Coverage.none(), List.of(), List.of(), List.of());
  }
}
