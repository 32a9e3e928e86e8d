package com.offgridflow.report.statement;

import com.offgridflow.activity.Unit;
import com.offgridflow.report.DataPoint;
import java.math.BigDecimal;
import java.util.Optional;

/** The unit that a framework wants a stated figure in, and what else converts to it. */
public record StatedUnit(String wanted) {
  private static final String SHARE = "pure";
  private static final BigDecimal PERCENT = new BigDecimal("0.01");

  /** The unit of the figure in the report; empty where the stated one does not convert to it. */
  public Optional<String> published(String stated) {
    return wanted.equals(DataPoint.CURRENCY)
        ? Optional.of(stated).filter(StatedUnit::money)
        : factor(stated).map(factor -> wanted);
  }

  /** What one of the stated unit is in the wanted one, if it converts. */
  public Optional<BigDecimal> factor(String stated) {
    if (stated.equals(wanted) || wanted.equals(DataPoint.CURRENCY) && money(stated)) {
      return Optional.of(BigDecimal.ONE);
    }
    if (wanted.equals(SHARE) && stated.equals("%")) {
      return Optional.of(PERCENT);
    }
    return Unit.of(stated).flatMap(from -> Unit.of(wanted).flatMap(from::factorTo));
  }

  private static boolean money(String unit) {
    return Unit.of(unit).filter(Unit::isMoney).isPresent();
  }

  /** What would work, for messages. */
  public String hint() {
    return switch (wanted) {
      case DataPoint.CURRENCY -> "a currency by ISO 4217 such as EUR";
      case SHARE -> "pure for a share from 0 to 1, or %";
      default -> wanted + ", or a unit that converts to it";
    };
  }
}
