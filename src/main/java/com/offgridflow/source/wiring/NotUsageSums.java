package com.offgridflow.source.wiring;

import com.offgridflow.intake.wiring.NotUsage;
import com.offgridflow.source.RollupRow;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Groups of lines that are no usage, added up by reason, service, account and currency. */
final class NotUsageSums {
  private final Map<List<String>, NotUsage> sums = new LinkedHashMap<>();

  synchronized void add(RollupRow row) {
    NotUsage group =
        new NotUsage(
            row.kind(), row.service(), row.account(), row.cost(), row.currency(), row.lines());
    List<String> key = List.of(group.reason(), group.service(), group.account(), group.currency());
    sums.merge(key, group, NotUsage::plus);
  }

  synchronized Collection<NotUsage> all() {
    return List.copyOf(sums.values());
  }
}
