package com.offgridflow.job.wiring;

import com.offgridflow.job.Settlement;
import java.time.Duration;
import java.util.Map;

/**
 * A settlement as the columns of table {@code job}.
 *
 * @param delay until the next attempt
 * @param unused attempts to be given back: one where none was made
 */
record SettlementRow(
    String state, String cause, Map<String, Object> result, Duration delay, int unused) {
  static SettlementRow of(Settlement settlement) {
    if (settlement instanceof Settlement.Succeeded done) {
      return new SettlementRow("succeeded", null, done.result(), Duration.ZERO, 0);
    }
    if (settlement instanceof Settlement.Retry retry) {
      return new SettlementRow("queued", retry.cause(), null, retry.delay(), 0);
    }
    if (settlement instanceof Settlement.Postponed postponed) {
      return new SettlementRow("queued", postponed.cause(), null, postponed.delay(), 1);
    }
    return new SettlementRow(
        "parked", ((Settlement.Parked) settlement).cause(), null, Duration.ZERO, 0);
  }
}
