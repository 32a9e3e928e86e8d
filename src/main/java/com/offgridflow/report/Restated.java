package com.offgridflow.report;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;

/**
 * What a restatement did to the period of a report.
 *
 * @param restatement its number
 * @param approvedBy who approved it
 * @param approvedAt when
 * @param reason why
 * @param report the last report before it
 * @param previous what that report published, by data point
 */
public record Restated(
    long restatement,
    String approvedBy,
    Instant approvedAt,
    String reason,
    String report,
    Map<String, BigDecimal> previous) {
  public Restated {
    previous = Map.copyOf(previous);
  }
}
