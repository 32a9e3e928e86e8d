package com.offgridflow.report;

import java.math.BigDecimal;

/**
 * What a data point had in another period.
 *
 * @param dataPoint its id
 * @param role why that period is compared with
 * @param period when
 * @param published the value as published
 * @param unit its unit
 * @param source the report that published it, or who stated it
 */
public record PastFigure(
    String dataPoint,
    Comparison.Role role,
    ReportingPeriod period,
    BigDecimal published,
    String unit,
    String source) {}
