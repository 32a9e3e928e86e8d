package com.offgridflow.emission.scope2;

import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Serial numbers of certificates, first and last included: texts that agree in all but the number
 * at their end, such as {@code US-WIND-2024-000101} to {@code US-WIND-2024-000350}.
 */
public record Serials(String first, String last) {
  private static final Pattern NUMBERED = Pattern.compile("(.*?)(\\d*)");

  public Serials {
    if (first.isBlank() || !stem(first).equals(stem(last))) {
      throw new IllegalArgumentException(
          "serials must differ in the number at their end only, not '"
              + first
              + "' and '"
              + last
              + "'");
    }
    if (number(last).compareTo(number(first)) < 0) {
      throw new IllegalArgumentException("serial '" + last + "' comes before '" + first + "'");
    }
  }

  /** What all of them begin with. */
  String stem() {
    return stem(first);
  }

  BigInteger from() {
    return number(first);
  }

  BigInteger to() {
    return number(last);
  }

  private static String stem(String serial) {
    return split(serial).group(1);
  }

  private static BigInteger number(String serial) {
    String digits = split(serial).group(2);
    return digits.isEmpty() ? BigInteger.ZERO : new BigInteger(digits);
  }

  private static Matcher split(String serial) {
    Matcher matcher = NUMBERED.matcher(serial);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("serial '" + serial + "' must be one line of text");
    }
    return matcher;
  }

  @Override
  public String toString() {
    return first.equals(last) ? first : first + " to " + last;
  }
}
