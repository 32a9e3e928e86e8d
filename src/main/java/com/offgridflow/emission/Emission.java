package com.offgridflow.emission;

import com.offgridflow.factor.Uncertainty;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What an activity emitted, by one method.
 *
 * @param component part of the activity: {@code use}, {@code embodied}, {@code combustion}
 * @param scope scope of the GHG Protocol
 * @param category category of Scope 3, 1 to 15; empty for the others
 * @param method {@code location-based}, {@code cloud-usage}, {@code spend-based}, ...
 * @param formula code of the formula, as listed in docs/methodology.md
 * @param counted whether totals include it: one method of each series does
 * @param gases kg of each gas and of CO2e, unrounded
 * @param energyKwh the energy behind it in kWh, where there is one
 * @param gwpSet the set that weighted the gases, or the publisher's own, or {@code as-published}
 * @param uncertainty how far off it may be, where that is known
 * @param dataQuality mean of the five indicators, 1 (very good) to 4 (poor), where assessed
 * @param profile methodology profile of cloud use, empty for all else
 * @param derivation how it was computed
 */
public record Emission(
    String component,
    Scope scope,
    Optional<Integer> category,
    String method,
    String formula,
    boolean counted,
    Gases gases,
    Optional<BigDecimal> energyKwh,
    String gwpSet,
    Optional<Uncertainty> uncertainty,
    Optional<BigDecimal> dataQuality,
    String profile,
    Derivation derivation) {

  public BigDecimal kgCo2e() {
    return gases.co2e();
  }

  /** Every factor used, in the order of the formula. */
  public List<String> factorIds() {
    return derivation.calculation().factorIds();
  }
}
