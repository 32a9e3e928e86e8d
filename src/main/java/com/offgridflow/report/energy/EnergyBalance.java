package com.offgridflow.report.energy;

import java.util.List;

/**
 * The energy of a period.
 *
 * @param totals what was used
 * @param gaps what was used in an amount that is not known
 */
public record EnergyBalance(List<EnergyTotal> totals, List<EnergyGap> gaps) {
  public EnergyBalance {
    totals = List.copyOf(totals);
    gaps = List.copyOf(gaps);
  }

  /** Of a period without energy on record. */
  public static EnergyBalance none() {
    return new EnergyBalance(List.of(), List.of());
  }
}
