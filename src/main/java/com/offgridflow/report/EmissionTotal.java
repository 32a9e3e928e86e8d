package com.offgridflow.report;

import com.offgridflow.emission.scope2.EnergyComponents;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A sum of emissions that agree in scope, method, category and component.
 *
 * @param scope GHG Protocol scope, 1 to 3
 * @param method code of the calculation method, such as {@code location-based}
 * @param category Scope 3 category, 1 to 15; empty for Scopes 1 and 2
 * @param component what part of the activity it stands for, such as {@code operational} or {@code
 *     embodied}
 * @param kgCo2e exact sum in kg CO2e
 * @param accruedKgCo2e the part of it that rests on accruals, for want of a bill
 * @param count how many emissions it sums up
 */
public record EmissionTotal(
    int scope,
    String method,
    Optional<Integer> category,
    String component,
    BigDecimal kgCo2e,
    BigDecimal accruedKgCo2e,
    long count) {
  public EmissionTotal {
    Scopes.requireScope(scope);
    category.ifPresent(number -> Scopes.requireCategory(scope, number));
    if (count < 1) {
      throw new IllegalArgumentException(
          "a total stands for at least one emission, not " + count + " (Scope " + scope + ")");
    }
  }

  /** A total that rests on bills and measurements only. */
  public EmissionTotal(
      int scope,
      String method,
      Optional<Integer> category,
      String component,
      BigDecimal kgCo2e,
      long count) {
    this(scope, method, category, component, kgCo2e, BigDecimal.ZERO, count);
  }

  /**
   * Whether it stands on the average of the grid where a residual mix should answer: GHG Protocol
   * Scope 2 Guidance (2015), table 6.3.
   */
  public boolean provisional() {
    return method.equals("market-based") && component.equals(EnergyComponents.GRID_AVERAGE);
  }
}
