package com.offgridflow.source.wiring;

import com.offgridflow.intake.wiring.NotUsage;
import com.offgridflow.lake.Delivery;
import com.offgridflow.source.RollupRow;
import java.util.Collection;

/** Where the lines of a rolled-up delivery went, while its groups pass by on several threads. */
final class RollupAccount {
  private final Delivery files;
  private final NotUsageSums notUsage = new NotUsageSums();
  private long lines;

  RollupAccount(Delivery files) {
    this.files = files;
  }

  Delivery files() {
    return files;
  }

  /** Lines in all groups that have passed. */
  synchronized long lines() {
    return lines;
  }

  Collection<NotUsage> notUsage() {
    return notUsage.all();
  }

  synchronized void add(RollupRow row) {
    lines += row.lines();
    if (!row.usage()) {
      notUsage.add(row);
    }
  }

  /** Counts lines that are use of something without being rolled up. */
  synchronized void add(long usageLines) {
    lines += usageLines;
  }
}
