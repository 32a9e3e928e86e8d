package com.offgridflow.report;

import java.math.BigDecimal;
import java.util.Arrays;

/** The units that emissions are published in, by their ids in the XBRL unit registry. */
enum EmissionUnit {
  TONNES("tCO2e", 3),
  KILOTONNES("ktCO2e", 6),
  GRAMS("gCO2e", -3);

  private final String id;
  private final int powerOfTen;

  EmissionUnit(String id, int powerOfTen) {
    this.id = id;
    this.powerOfTen = powerOfTen;
  }

  /** The exact amount in this unit. */
  BigDecimal ofKilograms(BigDecimal kgCo2e) {
    return kgCo2e.movePointLeft(powerOfTen);
  }

  static EmissionUnit of(String id) {
    return Arrays.stream(values())
        .filter(unit -> unit.id.equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "emissions are published in tCO2e, ktCO2e or gCO2e, not '" + id + "'"));
  }
}
