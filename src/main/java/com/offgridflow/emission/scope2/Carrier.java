package com.offgridflow.emission.scope2;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Energy that is bought ready for use: what Scope 2 is about (GHG Protocol Scope 2 Guidance, 2015,
 * section 5.1). The codes are those of activity kinds.
 */
public enum Carrier {
  ELECTRICITY("electricity"),
  HEAT("heat"),
  STEAM("steam"),
  COOLING("cooling");

  private final String code;

  Carrier(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  public static Optional<Carrier> ofCode(String code) {
    return Arrays.stream(values()).filter(carrier -> carrier.code.equals(code)).findFirst();
  }

  /** Every code, for messages. */
  public static List<String> codes() {
    return Arrays.stream(values()).map(Carrier::code).toList();
  }
}
