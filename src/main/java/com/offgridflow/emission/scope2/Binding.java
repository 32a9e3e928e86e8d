package com.offgridflow.emission.scope2;

/**
 * What an instrument is assigned to; an empty string assigns it to nothing in particular.
 *
 * @param facility the tenant's own name of a site
 * @param account an account with the supplier
 * @param supplier the supplier whose deliveries it speaks about
 */
public record Binding(String facility, String account, String supplier) {
  public static final Binding NONE = new Binding("", "", "");

  /** Whether it names a site or account, not only a supplier. */
  public boolean explicit() {
    return !facility.isEmpty() || !account.isEmpty();
  }

  public boolean isNone() {
    return equals(NONE);
  }

  boolean accepts(Site site) {
    return matches(facility, site.facility())
        && matches(account, site.account())
        && matches(supplier, site.supplier());
  }

  private static boolean matches(String wanted, String found) {
    return wanted.isEmpty() || wanted.equalsIgnoreCase(found);
  }

  @Override
  public String toString() {
    if (!account.isEmpty()) {
      return "account '" + account + "'";
    }
    return facility.isEmpty() ? "supplier '" + supplier + "'" : "facility '" + facility + "'";
  }
}
