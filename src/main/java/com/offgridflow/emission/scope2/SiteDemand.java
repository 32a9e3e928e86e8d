package com.offgridflow.emission.scope2;

import java.math.BigDecimal;
import java.util.List;

/**
 * What a site has left that a pool may cover.
 *
 * @param site where
 * @param activities the oldest first
 * @param kwh their sum, what bills take back deducted; at least 0
 */
record SiteDemand(Site site, List<OpenActivity> activities, BigDecimal kwh) {

  static SiteDemand of(Site site, List<OpenActivity> activities) {
    BigDecimal sum =
        activities.stream().map(OpenActivity::rest).reduce(BigDecimal.ZERO, BigDecimal::add);
    return new SiteDemand(site, activities, sum.max(BigDecimal.ZERO));
  }

  static BigDecimal total(List<SiteDemand> sites) {
    return sites.stream().map(SiteDemand::kwh).reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
