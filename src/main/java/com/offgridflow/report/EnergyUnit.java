package com.offgridflow.report;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;

/** The units that energy is published in, by their ids in the XBRL unit registry. */
enum EnergyUnit {
  MEGAWATT_HOURS("MWh", "0.001"),
  GIGAWATT_HOURS("GWh", "0.000001"),
  GIGAJOULES("GJ", "0.0036"),
  TERAJOULES("TJ", "0.0000036");

  private final String id;
  private final BigDecimal perKwh;

  EnergyUnit(String id, String perKwh) {
    this.id = id;
    this.perKwh = new BigDecimal(perKwh);
  }

  /** The exact amount in this unit. */
  BigDecimal ofKwh(BigDecimal kwh) {
    return kwh.multiply(perKwh);
  }

  static Optional<EnergyUnit> find(String id) {
    return Arrays.stream(values()).filter(unit -> unit.id.equals(id)).findFirst();
  }

  static EnergyUnit of(String id) {
    return find(id)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "energy is published in MWh, GWh, GJ or TJ, not '" + id + "'"));
  }
}
