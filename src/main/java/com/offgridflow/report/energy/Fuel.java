package com.offgridflow.report.energy;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What a fuel is, as far as energy is concerned.
 *
 * @param source what kind of source it is
 * @param netShare net calorific value as a share of the gross one, where a general one is published
 */
public record Fuel(EnergySource source, Optional<BigDecimal> netShare) {}
