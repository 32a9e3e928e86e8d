package com.offgridflow.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * The value that a data point had in another period.
 *
 * @param dataPoint its id
 * @param role why it is compared with
 * @param period when
 * @param published the value as published, in the data point's unit
 * @param changePercent from that value to this report's, in percent, unrounded; empty where that
 *     value is zero or this report has none
 * @param source the report that published it, or who stated it
 */
public record Comparison(
    String dataPoint,
    Role role,
    ReportingPeriod period,
    BigDecimal published,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<BigDecimal> changePercent,
    String source) {

  /** Why a period is compared with. */
  public enum Role {
    BASE_YEAR,
    PREVIOUS_YEAR
  }
}
