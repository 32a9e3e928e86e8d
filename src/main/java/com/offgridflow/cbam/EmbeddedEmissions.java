package com.offgridflow.cbam;

import com.offgridflow.cbam.CbamGood.Indirect;
import com.offgridflow.cbam.CbamGood.Sector;
import com.offgridflow.cbam.Production.Defaulted;
import com.offgridflow.cbam.Production.Monitored;
import com.offgridflow.cbam.Production.Precursor;
import com.offgridflow.cbam.Production.Stated;
import java.math.BigDecimal;

/**
 * Specific embedded emissions by Annex IV of Regulation (EU) 2023/956. Simple goods, point 2: SEE =
 * AttrEm / AL. Complex goods, point 3: SEE = (AttrEm + sum of M x SEE over the precursors) / AL. A
 * precursor's indirect emissions count by its own listing, not by that of the goods made from it
 * (Implementing Regulation (EU) 2025/2547, Annex I, point 3.1).
 */
public final class EmbeddedEmissions {
  private final Regime regime;

  public EmbeddedEmissions(Regime regime) {
    this.regime = regime;
  }

  /** Emissions per tonne or MWh of goods, unrounded but for quotients at 34 digits. */
  public SpecificEmissions specific(CbamGood good, Production production) {
    if (production instanceof Defaulted defaulted) {
      return defaulted.value().emissions();
    }
    return production instanceof Stated stated
        ? counted(good, stated.emissions())
        : monitored(good, (Monitored) production);
  }

  private SpecificEmissions monitored(CbamGood good, Monitored production) {
    BigDecimal indirect =
        countsOwnIndirect(good)
            ? production.electricity().multiply(production.electricityFactor())
            : BigDecimal.ZERO;
    SpecificEmissions sum = new SpecificEmissions(production.directEmissions(), indirect);
    for (Precursor precursor : production.precursors()) {
      sum =
          sum.plus(specific(precursor.good(), precursor.production()).times(precursor.consumed()));
    }
    return sum.per(production.produced());
  }

  private SpecificEmissions counted(CbamGood good, SpecificEmissions stated) {
    return countsStatedIndirect(good)
        ? stated
        : new SpecificEmissions(stated.direct(), BigDecimal.ZERO);
  }

  /** Whether the indirect emissions of the production process itself count. */
  boolean countsOwnIndirect(CbamGood good) {
    return good.sector() != Sector.ELECTRICITY
        && (regime == Regime.TRANSITIONAL || good.indirect() == Indirect.COUNT);
  }

  /** Whether a statement about the goods can have indirect emissions that count. */
  boolean countsStatedIndirect(CbamGood good) {
    return countsOwnIndirect(good) || good.indirect() == Indirect.OF_PRECURSORS;
  }
}
