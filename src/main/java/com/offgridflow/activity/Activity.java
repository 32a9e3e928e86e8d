package com.offgridflow.activity;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Something a tenant used or did.
 *
 * @param recordKey unique within tenant and source; the same key again is the same record
 * @param kind class of activity
 * @param subject what exactly, see {@link ActivityKind}; empty when the kind says it all
 * @param quantity how much
 * @param period when, half-open in UTC
 * @param place where
 * @param account the tenant's account with the supplier, or empty
 * @param service the supplier's service, or empty
 * @param cost what was paid for it, if the source says so
 * @param evidence the row it came from
 * @param details what the kind needs beside all this, by the names that its formulas read; numbers
 *     as decimal text; sorted, empty for most
 */
public record Activity(
    String recordKey,
    ActivityKind kind,
    String subject,
    Quantity quantity,
    Period period,
    Place place,
    String account,
    String service,
    Optional<Money> cost,
    Evidence evidence,
    Map<String, String> details) {

  public Activity {
    details =
        details.isEmpty() ? Map.of() : Collections.unmodifiableSortedMap(new TreeMap<>(details));
  }

  /** An activity that needs no details. */
  public Activity(
      String recordKey,
      ActivityKind kind,
      String subject,
      Quantity quantity,
      Period period,
      Place place,
      String account,
      String service,
      Optional<Money> cost,
      Evidence evidence) {
    this(
        recordKey, kind, subject, quantity, period, place, account, service, cost, evidence,
        Map.of());
  }
}
