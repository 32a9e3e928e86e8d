package com.offgridflow.report.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How well two colours stand apart, from 1 (not at all) to 21 (black on white): contrast ratio and
 * relative luminance by the definitions of WCAG 2.2.
 */
public final class Contrast {
  /** Least ratio of text to what it stands on: WCAG 2.2, success criterion 1.4.3 (level AA). */
  public static final BigDecimal TEXT = new BigDecimal("4.5");

  /** Least ratio of graphics to what is beside them: WCAG 2.2, success criterion 1.4.11 (AA). */
  public static final BigDecimal GRAPHICS = new BigDecimal("3");

  private Contrast() {}

  /** The ratio of two colours {@code #rrggbb}, rounded down to two digits. */
  public static BigDecimal ratio(String one, String other) {
    double first = luminance(one) + 0.05;
    double second = luminance(other) + 0.05;
    return BigDecimal.valueOf(Math.max(first, second) / Math.min(first, second))
        .setScale(2, RoundingMode.DOWN);
  }

  private static double luminance(String colour) {
    return 0.2126 * linear(colour, 1) + 0.7152 * linear(colour, 3) + 0.0722 * linear(colour, 5);
  }

  private static double linear(String colour, int from) {
    double value = Integer.parseInt(colour.substring(from, from + 2), 16) / 255.0;
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }
}
