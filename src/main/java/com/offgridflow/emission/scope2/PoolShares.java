package com.offgridflow.emission.scope2;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Shares one pool out: between sites in proportion to what each has left, within a site the oldest
 * day first. Proportions are cut at {@link #SCALE} decimals of a kWh and what is cut off goes to
 * the next site, so that the parts are the volume to the last digit.
 */
final class PoolShares {
  private static final int SCALE = 9;

  private final Iterator<Instrument> instruments;
  private Instrument current;
  private Optional<BigDecimal> left = Optional.empty();

  private PoolShares(Pool pool) {
    this.instruments = pool.members().iterator();
    next();
  }

  /**
   * @param sites what each site has that the pool may cover
   */
  static void shareOut(Pool pool, List<SiteDemand> sites) {
    BigDecimal demand = SiteDemand.total(sites);
    if (demand.signum() == 0) {
      return;
    }
    BigDecimal supply = pool.volume().map(volume -> volume.min(demand)).orElse(demand);
    PoolShares shares = new PoolShares(pool);
    int scale = Math.max(SCALE, Math.max(supply.scale(), demand.scale()));
    BigDecimal demanded = BigDecimal.ZERO;
    BigDecimal given = BigDecimal.ZERO;
    for (SiteDemand site : sites) {
      demanded = demanded.add(site.kwh());
      BigDecimal due = supply.multiply(demanded).divide(demand, scale, RoundingMode.DOWN);
      shares.give(site, due.subtract(given));
      given = due;
    }
  }

  private void give(SiteDemand site, BigDecimal quota) {
    BigDecimal open = quota;
    for (OpenActivity activity : site.activities()) {
      while (open.signum() > 0 && activity.rest().signum() > 0) {
        open = open.subtract(take(activity, open.min(activity.rest())));
      }
    }
  }

  private BigDecimal take(OpenActivity activity, BigDecimal wanted) {
    while (left.isPresent() && left.get().signum() == 0) {
      next();
    }
    BigDecimal kwh = left.map(wanted::min).orElse(wanted);
    activity.cover(current, kwh);
    left = left.map(volume -> volume.subtract(kwh));
    return kwh;
  }

  private void next() {
    current = instruments.next();
    left = current.volumeKwh();
  }
}
