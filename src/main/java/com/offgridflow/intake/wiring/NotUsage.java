package com.offgridflow.intake.wiring;

import java.math.BigDecimal;

/** Lines of a bill that stand for no use of anything, summed up by reason, service and account. */
public record NotUsage(
    String reason, String service, String account, BigDecimal cost, String currency, long lines) {

  /** Both together; the other must be of the same reason, service, account and currency. */
  public NotUsage plus(NotUsage other) {
    return new NotUsage(
        reason, service, account, cost.add(other.cost), currency, lines + other.lines);
  }
}
