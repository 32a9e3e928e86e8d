package com.offgridflow.report.energy;

import java.util.List;

/**
 * The energy of a period.
 *
 * @param totals what was used
 * @param gaps what was used in an amount that is not known
 * @param tables rows of factor tables by which energy was computed from something else than energy
 *     or fuel, in words
 */
public record EnergyBalance(List<EnergyTotal> totals, List<EnergyGap> gaps, List<String> tables) {
  public EnergyBalance {
    tables = List.copyOf(tables);
    totals = List.copyOf(totals);
    gaps = List.copyOf(gaps);
  }

  /** Of a period in which fuels and energy are on record as such. */
  public EnergyBalance(List<EnergyTotal> totals, List<EnergyGap> gaps) {
    this(totals, gaps, List.of());
  }

  /** Of a period without energy on record. */
  public static EnergyBalance none() {
    return new EnergyBalance(List.of(), List.of());
  }
}
