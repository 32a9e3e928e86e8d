package com.offgridflow.emission;

import com.offgridflow.activity.Activity;
import com.offgridflow.activity.Money;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/** Activities like others, with more about them. */
final class CloudSample {
  private CloudSample() {}

  static Activity detailed(Activity a, Map<String, String> details) {
    return new Activity(
        a.recordKey(),
        a.kind(),
        a.subject(),
        a.quantity(),
        a.period(),
        a.place(),
        a.account(),
        a.service(),
        a.cost(),
        a.evidence(),
        details);
  }

  /** What service it is of, and what it cost. */
  static Activity billed(Activity a, String service, String amount, String currency) {
    return new Activity(
        a.recordKey(),
        a.kind(),
        a.subject(),
        a.quantity(),
        a.period(),
        a.place(),
        a.account(),
        service,
        Optional.of(new Money(new BigDecimal(amount), currency)),
        a.evidence(),
        a.details());
  }
}
