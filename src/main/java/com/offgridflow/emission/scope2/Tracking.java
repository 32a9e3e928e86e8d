package com.offgridflow.emission.scope2;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Where a certificate is tracked, and that nobody else can claim it.
 *
 * @param registry the registry, such as {@code AIB hub} or {@code M-RETS}; may be empty
 * @param serials the serial numbers, if known
 * @param retiredOn the day it was retired, redeemed or cancelled for the tenant
 * @param evidence where the statement of that lies; may be empty
 */
public record Tracking(
    String registry, Optional<Serials> serials, Optional<LocalDate> retiredOn, String evidence) {
  public static final Tracking NONE = new Tracking("", Optional.empty(), Optional.empty(), "");
}
