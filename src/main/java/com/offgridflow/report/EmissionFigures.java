package com.offgridflow.report;

import com.offgridflow.report.Finding.Figure;
import com.offgridflow.report.Measure.EmissionSum;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Sums of emissions. Missing is never zero. */
final class EmissionFigures {
  private final Inventory inventory;
  private final MissingReasons reasons;

  EmissionFigures(Inventory inventory, MissingReasons reasons) {
    this.inventory = inventory;
    this.reasons = reasons;
  }

  Finding of(DataPoint point, EmissionSum sum) {
    Optional<WithheldFigure> withheld =
        inventory.withheld().stream()
            .filter(figure -> figure.belongsTo(sum.selection()))
            .findFirst();
    if (withheld.isPresent()) {
      return reasons.underReview(withheld.get());
    }
    return sum.gas().isPresent() ? ofGas(point, sum, sum.gas().get()) : ofAll(point, sum);
  }

  private Finding ofAll(DataPoint point, EmissionSum sum) {
    return inventory.totals().stream()
        .filter(sum.selection()::accepts)
        .map(total -> figure(point.unit(), total))
        .reduce(Figure::plus)
        .<Finding>map(figure -> figure)
        .orElseGet(() -> reasons.noEmissions(point, sum.selection()));
  }

  private static Figure figure(String unit, EmissionTotal total) {
    EmissionUnit published = EmissionUnit.of(unit);
    return new Figure(
        published.ofKilograms(total.kgCo2e()),
        unit,
        published.ofKilograms(total.accruedKgCo2e()),
        total.count(),
        total.provisional(),
        Optional.empty());
  }

  /**
   * One gas alone. Where some factors state CO2e only, the gas could be in them unseen, and what is
   * known of it would read as all of it. Biogenic CO2 stands outside of CO2e, so that factors
   * without it have none (GHG Protocol Corporate Standard, chapter 9).
   */
  private Finding ofGas(DataPoint point, EmissionSum sum, Gas gas) {
    List<GasTotal> totals =
        inventory.gases().stream().filter(total -> accepts(sum.selection(), total)).toList();
    long untold = totals.stream().mapToLong(GasTotal::untold).sum();
    if (untold > 0 && gas != Gas.BIOGENIC_CO2) {
      return reasons.gasUntold(gas, untold);
    }
    List<GasTotal> with = totals.stream().filter(one -> one.kgCo2e().containsKey(gas)).toList();
    if (with.isEmpty()) {
      return reasons.noGas(gas, sum.selection());
    }
    BigDecimal kg =
        with.stream().map(one -> one.kgCo2e().get(gas)).reduce(BigDecimal.ZERO, BigDecimal::add);
    long count = with.stream().mapToLong(GasTotal::told).sum();
    return Figure.of(EmissionUnit.of(point.unit()).ofKilograms(kg), point.unit(), count);
  }

  private static boolean accepts(EmissionSelection selection, GasTotal total) {
    return selection.accepts(total.scope(), total.method(), total.category());
  }
}
