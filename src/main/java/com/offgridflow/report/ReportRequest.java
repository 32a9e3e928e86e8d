package com.offgridflow.report;

import java.time.Instant;
import java.util.Locale;

/**
 * What report is wanted.
 *
 * @param id the report's own id
 * @param tenant whose emissions
 * @param entity who reports them
 * @param period for which days
 * @param frozenAt when it was frozen
 * @param language of labels and reasons; English or German
 * @param theme how it is to look
 */
public record ReportRequest(
    String id,
    String tenant,
    ReportingEntity entity,
    ReportingPeriod period,
    Instant frozenAt,
    Locale language,
    Theme theme) {
  public ReportRequest {
    // a report of the first releases has none
    theme = theme == null ? Theme.HUB : theme;
  }
}
