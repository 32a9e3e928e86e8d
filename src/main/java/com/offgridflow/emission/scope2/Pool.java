package com.offgridflow.emission.scope2;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Instruments that can serve just the same activities, and so are shared out together.
 *
 * @param members in the order in which they are used up: the oldest generation first, then by id
 */
record Pool(List<Instrument> members) {
  private static final Comparator<Instrument> OLDEST_FIRST =
      Comparator.comparing((Instrument i) -> i.generated().from())
          .thenComparing(i -> i.generated().to())
          .thenComparing(Instrument::id);

  /**
   * The one that is assigned more narrowly comes first: volumes assigned to a site or account, then
   * volumes for a supplier or market, then rates without a volume, which take what is left. Within
   * that the hierarchy of table 6.3 decides, then the smaller market, then the shorter use.
   */
  static final Comparator<Pool> ORDER =
      Comparator.comparingInt(Pool::step)
          .thenComparing(pool -> pool.first().type())
          .thenComparing(pool -> pool.first().binding().account().isEmpty())
          .thenComparing(pool -> pool.first().binding().facility().isEmpty())
          .thenComparing(pool -> pool.first().binding().supplier().isEmpty())
          .thenComparingInt(pool -> pool.first().market().size())
          .thenComparingLong(pool -> pool.first().use().length())
          .thenComparing(pool -> pool.first().use().from())
          .thenComparing(pool -> pool.first().id());

  private record Reach(
      InstrumentType type,
      Carrier carrier,
      Days use,
      Collection<String> market,
      Binding binding,
      boolean limited) {
    static Reach of(Instrument i) {
      return new Reach(
          i.type(), i.carrier(), i.use(), i.market(), i.binding(), i.volumeKwh().isPresent());
    }
  }

  /** All pools, in the order in which they are shared out. */
  static List<Pool> of(Collection<Instrument> instruments) {
    return instruments.stream()
        .sorted(OLDEST_FIRST)
        .collect(groupingBy(Reach::of, toList()))
        .values()
        .stream()
        .map(Pool::new)
        .sorted(ORDER)
        .toList();
  }

  Instrument first() {
    return members.get(0);
  }

  /** The volume of all members in kWh; empty where they have none. */
  Optional<BigDecimal> volume() {
    return members.stream().flatMap(i -> i.volumeKwh().stream()).reduce(BigDecimal::add);
  }

  boolean reaches(Site site) {
    return first().reaches(site);
  }

  boolean serves(Consumption consumption) {
    return first().carrier() == consumption.carrier() && first().use().contains(consumption.day());
  }

  private int step() {
    if (first().volumeKwh().isEmpty()) {
      return 2;
    }
    return first().binding().explicit() ? 0 : 1;
  }
}
