package com.offgridflow.report;

import com.offgridflow.report.Finding.Figure;
import com.offgridflow.report.energy.EnergyBalance;
import com.offgridflow.report.energy.EnergyGap;
import com.offgridflow.report.energy.EnergySelection;
import com.offgridflow.report.energy.EnergyTotal;
import java.math.BigDecimal;
import java.util.List;

/** Sums of energy. What was used in an amount that is not known keeps a sum from being given. */
final class EnergyFigures {
  private final EnergyBalance energy;
  private final MissingReasons reasons;

  EnergyFigures(EnergyBalance energy, MissingReasons reasons) {
    this.energy = energy;
    this.reasons = reasons;
  }

  Finding of(DataPoint point, EnergySelection selection) {
    List<EnergyGap> gaps = energy.gaps().stream().filter(selection::concerns).toList();
    if (!gaps.isEmpty()) {
      return reasons.energyUnknown(gaps);
    }
    List<EnergyTotal> found = energy.totals().stream().filter(selection::accepts).toList();
    if (found.isEmpty()) {
      return reasons.noEnergy(selection);
    }
    BigDecimal kwh = found.stream().map(EnergyTotal::kwh).reduce(BigDecimal.ZERO, BigDecimal::add);
    long count = found.stream().mapToLong(EnergyTotal::count).sum();
    return Figure.of(EnergyUnit.of(point.unit()).ofKwh(kwh), point.unit(), count);
  }
}
