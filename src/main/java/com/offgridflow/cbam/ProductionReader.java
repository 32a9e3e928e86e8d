package com.offgridflow.cbam;

import com.offgridflow.cbam.CbamGood.Indirect;
import com.offgridflow.cbam.Production.Monitored;
import com.offgridflow.cbam.Production.Precursor;
import com.offgridflow.cbam.Production.Stated;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Reads from a row how its goods were produced. */
final class ProductionReader {
  private final Regime regime;
  private final EmbeddedEmissions rules;

  ProductionReader(Regime regime) {
    this.regime = regime;
    this.rules = new EmbeddedEmissions(regime);
  }

  /**
   * @return empty when the row has faults, which it then knows
   */
  Optional<Production> read(GoodsRow row, CbamGood good, List<Precursor> precursors) {
    if (row.has("see_direct") == row.has("produced")) {
      row.fault("see_direct", "should be given, or else produced with emissions_direct, not both");
      return Optional.empty();
    }
    if (row.has("produced")) {
      return monitored(row, good, precursors);
    }
    if (!precursors.isEmpty()) {
      row.fault("see_direct", "has the precursors in it already; leave out it or their rows");
    }
    return stated(row, good);
  }

  /**
   * Whether a precursor counts for nothing: from 2026 on only those count that originate in third
   * countries and territories without exemption (Regulation (EU) 2023/956, Annex IV, point 3 as
   * replaced by Regulation (EU) 2025/2083).
   */
  boolean spares(GoodsRow precursor) {
    return regime == Regime.DEFINITIVE
        && precursor.has("origin_country")
        && Origins.spared(precursor.country("origin_country"));
  }

  private Optional<Production> stated(GoodsRow row, CbamGood good) {
    Optional<BigDecimal> direct = row.amount("see_direct");
    Optional<BigDecimal> indirect = statedIndirect(row, good);
    return direct.isEmpty() || indirect.isEmpty()
        ? Optional.empty()
        : Optional.of(new Stated(new SpecificEmissions(direct.get(), indirect.get())));
  }

  private Optional<BigDecimal> statedIndirect(GoodsRow row, CbamGood good) {
    boolean ownCount = rules.countsOwnIndirect(good);
    if (!ownCount && !row.has("see_indirect")) {
      return Optional.of(BigDecimal.ZERO);
    }
    Optional<BigDecimal> indirect = row.amount("see_indirect");
    if (!ownCount
        && good.indirect() != Indirect.OF_PRECURSORS
        && indirect.orElse(BigDecimal.ZERO).signum() > 0) {
      row.fault(
          "see_indirect",
          "should be empty: of CN %s only direct emissions count (Annex II)".formatted(good.cn()));
    }
    return indirect;
  }

  private Optional<Production> monitored(GoodsRow row, CbamGood good, List<Precursor> precursors) {
    Optional<BigDecimal> produced = row.positive("produced");
    Optional<BigDecimal> direct = row.amount("emissions_direct");
    boolean counts = rules.countsOwnIndirect(good);
    Optional<BigDecimal> electricity = electricity(row, "electricity_mwh", counts);
    Optional<BigDecimal> factor = electricity(row, "electricity_factor", counts);
    return row.faults().isEmpty()
        ? Optional.of(
            new Monitored(
                produced.orElseThrow(),
                direct.orElseThrow(),
                electricity.orElseThrow(),
                factor.orElseThrow(),
                precursors))
        : Optional.empty();
  }

  /** Needed where it counts; elsewhere the cell may be empty. */
  private static Optional<BigDecimal> electricity(GoodsRow row, String column, boolean counts) {
    return counts || row.has(column) ? row.amount(column) : Optional.of(BigDecimal.ZERO);
  }

  EmbeddedEmissions rules() {
    return rules;
  }
}
