package com.offgridflow.emission.scope2;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Gives instruments to the activities they are claimed for, in the order of {@link Pool}. Always
 * gives the same for the same input, in whatever order it comes. What an instrument under review
 * would have covered is withheld, not passed on: the figure waits for the review.
 */
public final class Allocator {
  private final LocalDate today;
  private final Demands demands;
  private final Map<String, List<Objection>> objections;
  private final Map<Consumption, List<Objection>> mismatched = new HashMap<>();

  private Allocator(
      Collection<Instrument> instruments, Collection<Consumption> activities, LocalDate today) {
    this.today = today;
    this.demands = new Demands(activities);
    this.objections = Contradictions.of(instruments);
  }

  /**
   * @param instruments each with an id of its own
   * @param activities each once
   * @param today up to which bills are expected: an instrument whose use is not over cannot be too
   *     large yet
   */
  public static Allocation allocate(
      Collection<Instrument> instruments, Collection<Consumption> activities, LocalDate today) {
    Allocator allocator = new Allocator(instruments, activities, today);
    Pool.of(instruments).forEach(allocator::shareOut);
    List<Cover> covers = allocator.demands.all().map(allocator::cover).toList();
    return new Allocation(covers, allocator.uses(instruments, covers));
  }

  private void shareOut(Pool pool) {
    List<SiteDemand> sites = demands.of(pool);
    if (pool.first().binding().explicit()) {
      sites.forEach(site -> checkMarket(pool, site));
      pool.volume().ifPresent(volume -> checkVolume(pool, volume, sites));
    }
    PoolShares.shareOut(pool, sites);
  }

  /** Criterion 5 of table 7.1: sourced from the market in which the energy is consumed. */
  private void checkMarket(Pool pool, SiteDemand demand) {
    if (pool.first().inMarket(demand.site())) {
      return;
    }
    for (Instrument instrument : pool.members()) {
      Objection why =
          Objection.of(
              instrument,
              "market",
              String.join(";", instrument.market()),
              "%s is in %s, outside of the instrument's market; assign it to a site inside"
                  .formatted(instrument.binding(), demand.site().place()));
      withhold(instrument, why);
      demand.activities().forEach(activity -> mismatch(activity, why));
    }
  }

  private void mismatch(OpenActivity activity, Objection why) {
    mismatched.computeIfAbsent(activity.consumption(), unused -> new ArrayList<>()).add(why);
  }

  private void checkVolume(Pool pool, BigDecimal volume, List<SiteDemand> sites) {
    BigDecimal demand = SiteDemand.total(sites);
    if (volume.compareTo(demand) <= 0 || pool.first().use().to().isAfter(today)) {
      return;
    }
    String all = pool.members().size() == 1 ? "" : ", together with others of its kind, ";
    for (Instrument instrument : pool.members()) {
      String why =
          "exceeds%s what is uncovered of %s in %s, %s kWh of %s; lower it to what was used, or assign the rest elsewhere"
              .formatted(
                  all,
                  instrument.binding(),
                  instrument.use(),
                  demand.toPlainString(),
                  instrument.carrier().code());
      String value = instrument.volumeKwh().orElseThrow().toPlainString() + " kWh";
      withhold(instrument, Objection.of(instrument, "volume", value, why));
    }
  }

  private void withhold(Instrument instrument, Objection why) {
    List<Objection> known =
        objections.computeIfAbsent(instrument.id(), unused -> new ArrayList<>());
    if (!known.contains(why)) {
      known.add(why);
    }
  }

  private Cover cover(OpenActivity activity) {
    List<Objection> reasons =
        Stream.concat(
                activity.shares().stream()
                    .flatMap(s -> objections.getOrDefault(s.instrument().id(), List.of()).stream()),
                mismatched.getOrDefault(activity.consumption(), List.of()).stream())
            .distinct()
            .toList();
    return new Cover(activity.consumption(), activity.shares(), activity.rest(), reasons);
  }

  private List<InstrumentUse> uses(Collection<Instrument> instruments, List<Cover> covers) {
    Map<String, BigDecimal> allocated = new HashMap<>();
    for (Cover cover : covers) {
      cover.shares().forEach(s -> allocated.merge(s.instrument().id(), s.kwh(), BigDecimal::add));
    }
    return instruments.stream()
        .sorted(Comparator.comparing(Instrument::id))
        .map(i -> use(i, allocated.getOrDefault(i.id(), BigDecimal.ZERO)))
        .toList();
  }

  private InstrumentUse use(Instrument instrument, BigDecimal allocated) {
    List<Objection> reasons = objections.getOrDefault(instrument.id(), List.of());
    BigDecimal used = reasons.isEmpty() ? allocated : BigDecimal.ZERO;
    return new InstrumentUse(instrument, used, reasons);
  }
}
