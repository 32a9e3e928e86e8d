package com.offgridflow.report;

import java.util.Arrays;
import java.util.List;

/**
 * The greenhouse gases that inventories tell apart: the seven of the Kyoto Protocol, annex A as
 * amended in Doha (GHG Protocol, Required Greenhouse Gases in Inventories, 2013), and CO2 of
 * biomass, which stands outside of the scopes.
 */
public enum Gas {
  CO2("CO2"),
  CH4("CH4"),
  N2O("N2O"),
  HFCS("HFCs"),
  PFCS("PFCs"),
  SF6("SF6"),
  NF3("NF3"),
  BIOGENIC_CO2("biogenic-CO2");

  private final String code;

  Gas(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  /**
   * @throws IllegalArgumentException when there is none of this code
   */
  public static Gas ofCode(String code) {
    return Arrays.stream(values())
        .filter(gas -> gas.code.equals(code))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "gas '%s' should be one of %s".formatted(code, codes())));
  }

  private static List<String> codes() {
    return Arrays.stream(values()).map(Gas::code).toList();
  }
}
