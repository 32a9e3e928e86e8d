package com.offgridflow.report;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/**
 * Emissions that agree in scope, method and category, told apart by gas.
 *
 * @param scope GHG Protocol scope, 1 to 3
 * @param method code of the calculation method
 * @param category Scope 3 category, 1 to 15; empty for Scopes 1 and 2
 * @param kgCo2e exact kg CO2e of each gas that is on record; of biogenic CO2, kg
 * @param told how many emissions tell their gases
 * @param untold how many state CO2e alone, so that a gas could be in them unseen
 */
public record GasTotal(
    int scope,
    String method,
    Optional<Integer> category,
    Map<Gas, BigDecimal> kgCo2e,
    long told,
    long untold) {
  public GasTotal {
    Scopes.requireScope(scope);
    category.ifPresent(number -> Scopes.requireCategory(scope, number));
    kgCo2e = Map.copyOf(kgCo2e);
  }
}
