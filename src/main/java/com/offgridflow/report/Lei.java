package com.offgridflow.report;

import java.math.BigInteger;

/**
 * A legal entity identifier: 18 digits or capital letters and two check digits.
 *
 * <p>Source: ISO 17442-1:2020; check digits by ISO/IEC 7064 MOD 97-10, letters standing for 10 (A)
 * to 35 (Z), remainder 1.
 */
public record Lei(String code) {
  private static final BigInteger MODULUS = BigInteger.valueOf(97);

  /**
   * @throws IllegalArgumentException when the code has the wrong form or wrong check digits
   */
  public Lei {
    if (!code.matches("[0-9A-Z]{18}[0-9]{2}")) {
      throw new IllegalArgumentException(
          "LEI must be 18 digits or capital letters and 2 check digits, not '" + code + "'");
    }
    if (!remainder(code).equals(BigInteger.ONE)) {
      throw new IllegalArgumentException(
          "LEI '"
              + code
              + "' is mistyped: with these first 18 characters it would end in "
              + checkDigits(code.substring(0, 18)));
    }
  }

  private static String checkDigits(String base) {
    return "%02d".formatted(98 - remainder(base + "00").intValue());
  }

  private static BigInteger remainder(String code) {
    StringBuilder digits = new StringBuilder();
    code.chars().map(Character::getNumericValue).forEach(digits::append);
    return new BigInteger(digits.toString()).mod(MODULUS);
  }

  @Override
  public String toString() {
    return code;
  }
}
