package com.offgridflow.cbam;

import com.offgridflow.cbam.DefaultValue.Increased;
import com.offgridflow.cbam.Production.Defaulted;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Reads from a row of goods by reference to which default value their emissions are determined. */
final class DefaultValueReader {
  private static final String EDITION = "default_value";
  private static final String ROUTE = "default_route";

  private final DefaultValues values = DefaultValues.shipped();
  private final GoodsRow row;
  private final CbamGood good;
  private final LocalDate importedOn;

  DefaultValueReader(GoodsRow row, CbamGood good, LocalDate importedOn) {
    this.row = row;
    this.good = good;
    this.importedOn = importedOn;
  }

  /**
   * @param country of production
   * @return empty when the row has faults, which it then knows
   */
  Optional<Production> read(String country, boolean hasPrecursors) {
    if (hasPrecursors || row.has("see_direct") || row.has("produced")) {
      row.fault(EDITION, "stands instead of see_direct, produced and precursors; leave one out");
    }
    if (Regime.of(importedOn) == Regime.TRANSITIONAL) {
      row.fault(EDITION, "applies to goods imported from 2026 on; state see_direct instead");
    }
    if (!row.text(EDITION).equals(DefaultValues.EDITION)) {
      row.fault(EDITION, "should be " + DefaultValues.EDITION + ", the act whose values are here");
    }
    CnCode code = CnCode.of(row.text("cn_code"));
    checkRoute(code);
    return row.faults().isEmpty() ? find(code, country) : Optional.empty();
  }

  private void checkRoute(CnCode code) {
    if (!values.needsRoute(code) && row.has(ROUTE)) {
      row.fault(ROUTE, "should be empty: the table has one value for this code");
    } else if (values.needsRoute(code) && !List.of("A", "B").contains(row.text(ROUTE))) {
      row.fault(ROUTE, "should be A for grey or B for white clinker and cement");
    }
  }

  private Optional<Production> find(CnCode code, String country) {
    Optional<DefaultValue> value = values.find(code, country, row.text(ROUTE));
    if (value.isEmpty()) {
      row.fault(
          EDITION,
          "has no value that holds for CN %s of %s; state see_direct instead"
              .formatted(code.digits(), country));
    }
    return value.map(
        v ->
            new Defaulted(
                new Increased(v, DefaultValue.markUp(good.sector(), importedOn.getYear()))));
  }
}
