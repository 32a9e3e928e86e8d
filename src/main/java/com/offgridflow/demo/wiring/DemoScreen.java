package com.offgridflow.demo.wiring;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Lines of the demo's screen, alike on every machine. */
final class DemoScreen {
  private DemoScreen() {}

  static void line(String format, Object... values) {
    System.out.printf(Locale.ROOT, format + "%n", values);
  }

  /** A share as percent with one decimal. */
  static String percent(BigDecimal share) {
    return share.movePointRight(2).setScale(1, RoundingMode.HALF_UP) + " %";
  }

  /** A part of a whole as percent; a dash when there is no whole. */
  static String part(BigDecimal part, BigDecimal whole) {
    return whole.signum() == 0 ? "-" : percent(part.divide(whole, MathContext.DECIMAL64));
  }
}
