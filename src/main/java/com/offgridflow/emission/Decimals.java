package com.offgridflow.emission;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Arithmetic of estimates. Products are exact, quotients keep 34 significant digits, and nothing
 * keeps more than 30 decimals: a chain of factors stays far from that (the longest has some 25), so
 * that the cap only stops the tail of a quotient from growing with every product.
 */
final class Decimals {
  static final int MAX_SCALE = 30;

  private Decimals() {}

  static BigDecimal times(BigDecimal a, BigDecimal b) {
    BigDecimal product = a.multiply(b);
    return product.scale() > MAX_SCALE
        ? product.setScale(MAX_SCALE, RoundingMode.HALF_EVEN)
        : product;
  }

  static BigDecimal over(BigDecimal a, BigDecimal b) {
    return a.divide(b, MathContext.DECIMAL128);
  }
}
