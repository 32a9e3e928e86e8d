package com.offgridflow.report;

import java.math.BigDecimal;
import java.time.YearMonth;

/**
 * Emissions of a month, for the trend.
 *
 * @param month in which their periods begin, at the site
 * @param scope GHG Protocol scope, 1 to 3
 * @param method code of the calculation method, such as {@code location-based}
 * @param kgCo2e exact sum in kg CO2e
 */
public record MonthTotal(YearMonth month, int scope, String method, BigDecimal kgCo2e) {
  public MonthTotal {
    Scopes.requireScope(scope);
  }
}
