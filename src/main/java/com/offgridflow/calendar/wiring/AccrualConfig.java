package com.offgridflow.calendar.wiring;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of accruals. */
@ConfigMapping(prefix = "accrual")
public interface AccrualConfig {
  /**
   * Complete months for which a meter's next bill is waited for; 0 accrues nothing after a bill.
   */
  @WithDefault("6")
  int months();
}
