package com.offgridflow.factor;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The interval in which a figure lies with 95 % confidence, as multiples of the figure: {@code
 * 0.95..1.05} is ±5 %. A geometric standard deviation g stands for 1/g² to g² (IPCC 2006
 * Guidelines, volume 1, chapter 3: 95 % of a lognormal lies within two of them).
 *
 * @param low lower end, above 0 and at most 1
 * @param high upper end, at least 1
 */
public record Uncertainty(BigDecimal low, BigDecimal high) {
  private static final String NUMBER = "(\\d+(?:\\.\\d+)?)";
  private static final Pattern RANGE = Pattern.compile(NUMBER + "\\.\\." + NUMBER);
  private static final Pattern DEVIATION = Pattern.compile("gsd " + NUMBER);

  public Uncertainty {
    if (low.signum() <= 0
        || low.compareTo(BigDecimal.ONE) > 0
        || high.compareTo(BigDecimal.ONE) < 0) {
      throw new IllegalArgumentException(
          "an uncertainty goes from above 0 and at most 1 to at least 1, such as 0.9..1.2, not "
              + low.toPlainString()
              + ".."
              + high.toPlainString());
    }
  }

  /**
   * Reads {@code 0.95..1.05} or {@code gsd 1.2}.
   *
   * @throws IllegalArgumentException when the text is neither
   */
  public static Uncertainty parse(String text) {
    Matcher range = RANGE.matcher(text);
    if (range.matches()) {
      return new Uncertainty(new BigDecimal(range.group(1)), new BigDecimal(range.group(2)));
    }
    Matcher deviation = DEVIATION.matcher(text);
    if (deviation.matches()) {
      BigDecimal high = new BigDecimal(deviation.group(1)).pow(2);
      return new Uncertainty(BigDecimal.ONE.divide(high, MathContext.DECIMAL128), high);
    }
    throw new IllegalArgumentException(
        "uncertainty '" + text + "' should be a range such as 0.95..1.05, or such as gsd 1.2");
  }

  /**
   * That of the product of two independent figures: on each side the squares of the logarithms add
   * up (IPCC 2006 Guidelines, volume 1, chapter 3, equation 3.1). To 6 decimals.
   */
  public Uncertainty times(Uncertainty other) {
    return new Uncertainty(
        side(-Math.hypot(ln(low), ln(other.low))), side(Math.hypot(ln(high), ln(other.high))));
  }

  private static double ln(BigDecimal multiple) {
    return Math.log(multiple.doubleValue());
  }

  private static BigDecimal side(double logarithm) {
    return BigDecimal.valueOf(Math.exp(logarithm)).setScale(6, RoundingMode.HALF_UP);
  }

  @Override
  public String toString() {
    return low.toPlainString() + ".." + high.toPlainString();
  }
}
