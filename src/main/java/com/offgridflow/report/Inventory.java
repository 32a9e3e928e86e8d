package com.offgridflow.report;

import com.offgridflow.report.energy.EnergyBalance;
import com.offgridflow.report.statement.Statements;
import java.util.Collection;
import java.util.List;

/**
 * What is known of a tenant's period, before any framework looks at it.
 *
 * @param totals emissions in force
 * @param gases the same told apart by gas
 * @param energy energy that was used
 * @param withheld what waits for a review
 * @param statements what the tenant states
 */
public record Inventory(
    Collection<EmissionTotal> totals,
    Collection<GasTotal> gases,
    EnergyBalance energy,
    Collection<WithheldFigure> withheld,
    Statements statements) {
  public Inventory {
    totals = List.copyOf(totals);
    gases = List.copyOf(gases);
    withheld = List.copyOf(withheld);
  }

  /** Emissions alone. */
  public static Inventory of(Collection<EmissionTotal> totals) {
    return new Inventory(totals, List.of(), EnergyBalance.none(), List.of(), Statements.none());
  }

  /** The same with what waits for a review. */
  public Inventory withheld(Collection<WithheldFigure> figures) {
    return new Inventory(totals, gases, energy, figures, statements);
  }

  /** The same with other gases and energy. */
  public Inventory with(Collection<GasTotal> byGas, EnergyBalance balance) {
    return new Inventory(totals, byGas, balance, withheld, statements);
  }

  /** The same with statements. */
  public Inventory with(Statements stated) {
    return new Inventory(totals, gases, energy, withheld, stated);
  }
}
