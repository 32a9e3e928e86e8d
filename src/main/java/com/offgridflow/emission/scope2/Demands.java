package com.offgridflow.emission.scope2;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The activities to be covered, by site. */
final class Demands {
  private final Map<Site, List<OpenActivity>> bySite = new TreeMap<>(Site.ORDER);

  Demands(Collection<Consumption> consumptions) {
    consumptions.stream()
        .sorted(Consumption.ORDER)
        .forEach(c -> bySite.computeIfAbsent(c.site(), s -> new ArrayList<>()).add(open(c)));
  }

  private static OpenActivity open(Consumption consumption) {
    return new OpenActivity(consumption);
  }

  /** What a pool may cover. */
  List<SiteDemand> of(Pool pool) {
    return bySite.entrySet().stream()
        .filter(entry -> pool.reaches(entry.getKey()))
        .map(entry -> SiteDemand.of(entry.getKey(), served(pool, entry.getValue())))
        .filter(demand -> !demand.activities().isEmpty())
        .toList();
  }

  private static List<OpenActivity> served(Pool pool, List<OpenActivity> activities) {
    return activities.stream().filter(activity -> pool.serves(activity.consumption())).toList();
  }

  /** Every activity, site by site. */
  Stream<OpenActivity> all() {
    return bySite.values().stream().flatMap(List::stream);
  }
}
