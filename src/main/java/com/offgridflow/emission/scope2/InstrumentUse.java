package com.offgridflow.emission.scope2;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What became of an instrument.
 *
 * @param instrument which one
 * @param allocatedKwh how much of it is in figures
 * @param objections why it is in none; empty where it may be
 */
public record InstrumentUse(
    Instrument instrument, BigDecimal allocatedKwh, List<Objection> objections) {
  public InstrumentUse {
    objections = List.copyOf(objections);
  }

  /** The same instrument with what more of it is in figures, and what speaks against that. */
  public InstrumentUse plus(InstrumentUse more) {
    return new InstrumentUse(instrument, allocatedKwh.add(more.allocatedKwh), more.objections);
  }

  /** How much is left of it, in kWh; empty for one without a volume. */
  public Optional<BigDecimal> remainingKwh() {
    return instrument.volumeKwh().map(volume -> volume.subtract(allocatedKwh));
  }
}
