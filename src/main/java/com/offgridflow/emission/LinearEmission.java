package com.offgridflow.emission;

import com.offgridflow.activity.Quantity;
import java.math.BigDecimal;
import java.util.Optional;

/** One component of a plan: everything is proportional to the quantity. */
record LinearEmission(
    String component,
    Scope scope,
    Optional<Integer> category,
    String method,
    Gases perUnit,
    Optional<BigDecimal> kwhPerUnit,
    String gwpSet,
    Calculation calculation) {

  Emission of(Quantity recorded, Quantity converted) {
    Gases gases = perUnit.times(converted.amount());
    Optional<BigDecimal> kwh =
        kwhPerUnit.isEmpty()
            ? kwhPerUnit
            : Optional.of(Decimals.times(kwhPerUnit.get(), converted.amount()));
    Derivation derivation = new Derivation(calculation, recorded, converted, kwh, gases.co2e());
    return new Emission(component, scope, category, method, gases, kwh, gwpSet, derivation);
  }
}
