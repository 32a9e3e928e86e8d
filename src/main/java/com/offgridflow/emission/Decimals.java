package com.offgridflow.emission;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;

/**
 * Arithmetic of estimates. Quotients keep 34 significant digits; products are exact up to 30
 * decimals and rounded half-even there, far below anything a bill can tell, so that digits do not
 * grow with every product.
 */
public final class Decimals {
  public static final int MAX_SCALE = 30;

  private Decimals() {}

  public static BigDecimal times(BigDecimal a, BigDecimal b) {
    BigDecimal product = a.multiply(b);
    return product.scale() > MAX_SCALE
        ? product.setScale(MAX_SCALE, RoundingMode.HALF_EVEN)
        : product;
  }

  public static BigDecimal over(BigDecimal a, BigDecimal b) {
    return a.divide(b, MathContext.DECIMAL128);
  }

  /** The mean of one or more values. */
  public static BigDecimal mean(List<BigDecimal> values) {
    BigDecimal sum = values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    return over(sum, BigDecimal.valueOf(values.size()));
  }
}
