package com.offgridflow.activity;

import java.util.Optional;

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
    Evidence evidence) {}
