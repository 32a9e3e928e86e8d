package com.offgridflow.emission.scope2;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The activities to be covered, by site. */
final class Demands {
  private final Map<Site, List<OpenActivity>> bySite = new TreeMap<>(Site.ORDER);
  private final Map<String, List<Site>> byFacility = new HashMap<>();
  private final Map<String, List<Site>> byAccount = new HashMap<>();

  Demands(Collection<Consumption> consumptions) {
    consumptions.stream()
        .sorted(Consumption.ORDER)
        .forEach(c -> bySite.computeIfAbsent(c.site(), s -> new ArrayList<>()).add(open(c)));
    bySite.keySet().forEach(this::index);
  }

  private void index(Site site) {
    byFacility.computeIfAbsent(key(site.facility()), s -> new ArrayList<>()).add(site);
    byAccount.computeIfAbsent(key(site.account()), s -> new ArrayList<>()).add(site);
  }

  /** Bindings do not tell upper from lower case. */
  private static String key(String name) {
    return name.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
  }

  private static OpenActivity open(Consumption consumption) {
    return new OpenActivity(consumption);
  }

  /** What a pool may cover. */
  List<SiteDemand> of(Pool pool) {
    return candidates(pool.first().binding()).stream()
        .filter(pool::reaches)
        .map(site -> SiteDemand.of(site, served(pool, bySite.get(site))))
        .filter(demand -> !demand.activities().isEmpty())
        .toList();
  }

  /**
   * The sites that the binding may accept, in their order: few where it names a site or account.
   */
  private Collection<Site> candidates(Binding binding) {
    if (!binding.facility().isEmpty()) {
      return byFacility.getOrDefault(key(binding.facility()), List.of());
    }
    return binding.account().isEmpty()
        ? bySite.keySet()
        : byAccount.getOrDefault(key(binding.account()), List.of());
  }

  private static List<OpenActivity> served(Pool pool, List<OpenActivity> activities) {
    return activities.stream().filter(activity -> pool.serves(activity.consumption())).toList();
  }

  /** Every activity, site by site. */
  Stream<OpenActivity> all() {
    return bySite.values().stream().flatMap(List::stream);
  }
}
