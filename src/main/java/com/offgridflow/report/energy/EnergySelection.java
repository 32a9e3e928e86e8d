package com.offgridflow.report.energy;

import com.offgridflow.report.energy.EnergyTotal.Contract;
import java.util.Set;

/**
 * Which energy counts towards a data point.
 *
 * @param carriers what it comes in; empty accepts any
 * @param sources what it was made from; empty accepts any
 * @param contracts what covers it; empty accepts any
 */
public record EnergySelection(
    Set<EnergyCarrier> carriers, Set<EnergySource> sources, Set<Contract> contracts) {
  public EnergySelection {
    carriers = Set.copyOf(carriers);
    sources = Set.copyOf(sources);
    contracts = Set.copyOf(contracts);
  }

  public boolean accepts(EnergyTotal total) {
    return carrier(total.carrier())
        && (sources.isEmpty() || sources.contains(total.source()))
        && (contracts.isEmpty() || contracts.contains(total.contract()));
  }

  /** Whether the energy could belong to it; what is unspecified could be of any source. */
  public boolean concerns(EnergyGap gap) {
    return carrier(gap.carrier())
        && (sources.isEmpty()
            || gap.source() == EnergySource.UNSPECIFIED
            || sources.contains(gap.source()));
  }

  private boolean carrier(EnergyCarrier carrier) {
    return carriers.isEmpty() || carriers.contains(carrier);
  }
}
