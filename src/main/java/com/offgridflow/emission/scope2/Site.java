package com.offgridflow.emission.scope2;

import java.util.Comparator;

/**
 * Where energy was used and by which contract: what instruments are assigned to. What is not known
 * is the empty string.
 *
 * @param facility the tenant's own name of the site
 * @param account the account with the supplier
 * @param supplier the supplier's name
 * @param country ISO 3166-1 alpha-2 code, upper case
 * @param zone grid zone as in {@code factor.Places}, such as {@code egrid/SRVC}
 */
public record Site(String facility, String account, String supplier, String country, String zone) {
  static final Comparator<Site> ORDER =
      Comparator.comparing(Site::facility)
          .thenComparing(Site::account)
          .thenComparing(Site::supplier)
          .thenComparing(Site::country)
          .thenComparing(Site::zone);

  /** Country and grid zone, for messages. */
  String place() {
    return zone.isEmpty() || zone.equals(country) ? country : country + ", " + zone;
  }
}
