package com.offgridflow.emission.scope2;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A contract that says how energy was generated, and lets its holder claim the emission rate of
 * that: GHG Protocol Scope 2 Guidance (2015), section 4.3.
 *
 * @param id the tenant's own, unique
 * @param type its step in the hierarchy
 * @param carrier the energy it speaks about
 * @param volumeKwh how much of it, in kWh; empty for a rate that applies to whatever is delivered
 * @param use the days whose consumption it is claimed for
 * @param generated the days in which the energy was generated (vintage)
 * @param market countries (ISO 3166-1 alpha-2) and grid zones in which it may be claimed; empty
 *     only where the binding says it
 * @param technology how the energy was generated
 * @param rate what a kWh emitted
 * @param binding what it is assigned to
 * @param tracking registry, serial numbers and retirement
 */
public record Instrument(
    String id,
    InstrumentType type,
    Carrier carrier,
    Optional<BigDecimal> volumeKwh,
    Days use,
    Days generated,
    SortedSet<String> market,
    Technology technology,
    Rate rate,
    Binding binding,
    Tracking tracking) {

  public Instrument {
    market = Collections.unmodifiableSortedSet(new TreeSet<>(market));
    if (id.isBlank()) {
      throw new IllegalArgumentException("instrument must have an id");
    }
    volumeKwh.ifPresent(volume -> requirePositive(id, volume));
    if (volumeKwh.isEmpty() && type != InstrumentType.SUPPLIER_RATE) {
      throw new IllegalArgumentException(
          "instrument '" + id + "' must have a volume; only a supplier-rate can do without");
    }
    if (volumeKwh.isEmpty() && binding.isNone()) {
      throw new IllegalArgumentException(
          "instrument '" + id + "' without a volume must name a facility, account or supplier");
    }
    if (market.isEmpty() && binding.isNone()) {
      throw new IllegalArgumentException(
          "instrument '" + id + "' must name a market, such as DE, or what it is assigned to");
    }
  }

  /** What is left when some of it is spent already; empty when that is nothing. */
  public Optional<Instrument> less(BigDecimal spentKwh) {
    if (volumeKwh.isEmpty() || spentKwh.signum() == 0) {
      return Optional.of(this);
    }
    BigDecimal left = volumeKwh.get().subtract(spentKwh);
    return left.signum() <= 0 ? Optional.empty() : Optional.of(withVolume(left));
  }

  private Instrument withVolume(BigDecimal kwh) {
    return new Instrument(
        id,
        type,
        carrier,
        Optional.of(kwh),
        use,
        generated,
        market,
        technology,
        rate,
        binding,
        tracking);
  }

  /** Whether it may be claimed at the site; a site or account named outright is not asked twice. */
  boolean reaches(Site site) {
    return binding.accepts(site) && (binding.explicit() || inMarket(site));
  }

  boolean inMarket(Site site) {
    return market.isEmpty() || market.contains(site.country()) || market.contains(site.zone());
  }

  private static void requirePositive(String id, BigDecimal volume) {
    if (volume.signum() <= 0) {
      throw new IllegalArgumentException(
          "volume of instrument '" + id + "' must be more than 0, not " + volume.toPlainString());
    }
  }
}
