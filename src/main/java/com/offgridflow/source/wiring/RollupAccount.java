package com.offgridflow.source.wiring;

import com.offgridflow.intake.wiring.NotUsage;
import com.offgridflow.lake.Delivery;
import com.offgridflow.source.RollupRow;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where the lines of a rolled-up delivery went, while its groups pass by on several threads. */
final class RollupAccount {
  private final Delivery files;
  private final Map<List<String>, NotUsage> notUsage = new LinkedHashMap<>();
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

  synchronized Collection<NotUsage> notUsage() {
    return List.copyOf(notUsage.values());
  }

  synchronized void add(RollupRow row) {
    lines += row.lines();
    if (!row.usage()) {
      NotUsage group = group(row);
      List<String> key =
          List.of(group.reason(), group.service(), group.account(), group.currency());
      notUsage.merge(key, group, NotUsage::plus);
    }
  }

  /** Counts lines that are use of something without being rolled up. */
  synchronized void add(long usageLines) {
    lines += usageLines;
  }

  private static NotUsage group(RollupRow row) {
    return new NotUsage(
        row.kind(), row.service(), row.account(), row.cost(), row.currency(), row.lines());
  }
}
