package com.offgridflow.emission.scope2;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** An activity while its energy is being covered. */
final class OpenActivity {
  private final Consumption consumption;
  private final List<Share> shares = new ArrayList<>(1);
  private BigDecimal rest;

  OpenActivity(Consumption consumption) {
    this.consumption = consumption;
    this.rest = consumption.kwh();
  }

  Consumption consumption() {
    return consumption;
  }

  List<Share> shares() {
    return shares;
  }

  /** What is not covered; negative where a bill takes back. */
  BigDecimal rest() {
    return rest;
  }

  void cover(Instrument instrument, BigDecimal kwh) {
    shares.add(new Share(instrument, kwh));
    rest = rest.subtract(kwh);
  }
}
