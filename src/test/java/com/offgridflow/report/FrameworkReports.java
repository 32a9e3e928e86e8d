package com.offgridflow.report;

import java.util.List;
import java.util.Locale;

/** Reports of the invented company that has some of everything, by any framework, for tests. */
public final class FrameworkReports {
  private FrameworkReports() {}

  /** With a value for every data point. */
  public static Report full(String framework, Locale language) {
    Framework rules = Frameworks.load(framework);
    return new Disclosure(rules)
        .freeze(
            SampleReports.request(language),
            FullInventory.of(rules),
            List.of(),
            SampleReports.BASIS);
  }
}
