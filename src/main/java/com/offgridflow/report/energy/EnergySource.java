package com.offgridflow.report.energy;

import java.util.Arrays;
import java.util.List;

/**
 * What energy was made from, as ESRS E1-5 tells it apart (37 and 38; AR 32 to AR 34). Of fuels it
 * follows from the fuel, of bought energy from the contractual instrument that covers it.
 */
public enum EnergySource {
  COAL("coal"),
  OIL("oil"),
  GAS("gas"),
  OTHER_FOSSIL("other-fossil"),
  NUCLEAR("nuclear"),
  RENEWABLE("renewable"),
  /** Bought, and no instrument says what it was made from. */
  UNSPECIFIED("unspecified");

  private final String code;

  EnergySource(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  /**
   * @throws IllegalArgumentException when there is none of this code
   */
  public static EnergySource ofCode(String code) {
    return Arrays.stream(values())
        .filter(source -> source.code.equals(code))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "energy source '%s' should be one of %s".formatted(code, codes())));
  }

  private static List<String> codes() {
    return Arrays.stream(values()).map(EnergySource::code).toList();
  }
}
