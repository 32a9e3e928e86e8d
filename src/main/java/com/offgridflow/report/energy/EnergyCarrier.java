package com.offgridflow.report.energy;

import java.util.Arrays;
import java.util.List;

/**
 * What energy comes in. The codes are those of framework files; of bought energy, of activities.
 */
public enum EnergyCarrier {
  /** Burnt in the tenant's own equipment and vehicles. */
  FUEL("fuel"),
  ELECTRICITY("electricity"),
  HEAT("heat"),
  STEAM("steam"),
  COOLING("cooling");

  private final String code;

  EnergyCarrier(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  /**
   * @throws IllegalArgumentException when there is none of this code
   */
  public static EnergyCarrier ofCode(String code) {
    return Arrays.stream(values())
        .filter(carrier -> carrier.code.equals(code))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "energy carrier '%s' should be one of %s".formatted(code, codes())));
  }

  private static List<String> codes() {
    return Arrays.stream(values()).map(EnergyCarrier::code).toList();
  }
}
