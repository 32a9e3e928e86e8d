package com.offgridflow.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Emissions by where they come from, for tables.
 *
 * @param scope GHG Protocol scope, 1 to 3
 * @param category Scope 3 category, 1 to 15
 * @param service the supplier's service, or empty
 * @param site facility or region, or empty
 * @param kind code of the activity's kind, such as {@code cloud.compute}
 * @param kgCo2e exact sum in kg CO2e
 * @param accrued whether the hub estimated the use itself, for want of a bill
 * @param activities how many activities it sums up
 */
public record BreakdownRow(
    int scope,
    Optional<Integer> category,
    String service,
    String site,
    String kind,
    BigDecimal kgCo2e,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean accrued,
    long activities) {
  public BreakdownRow {
    Scopes.requireScope(scope);
    category.ifPresent(number -> Scopes.requireCategory(scope, number));
  }
}
